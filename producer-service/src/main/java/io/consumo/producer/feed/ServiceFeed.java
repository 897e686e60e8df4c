package io.consumo.producer.feed;

import io.consumo.model.store.Installation.WrongZone;
import io.consumo.producer.feed.DemoRecord.Stage;
import io.consumo.producer.feed.FeedProperties.DemoMode;
import io.consumo.producer.feed.FeedStatus.DemoStage;
import io.consumo.producer.feed.domain.Meters;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What the service does by itself: topic, demo history, then the continuous feed. Waits for stores that are down. */
@Component
@ConditionalOnWebApplication
class ServiceFeed implements ApplicationRunner, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceFeed.class);

    /** How many days meters keep their readings. */
    private static final int LONGEST_PAUSE_DAYS = 30;

    private final FeedProperties settings;
    private final StoredDays stored;
    private final ReadingPublisher publisher;
    private final FillDemo demo;
    private final FeedSchedule schedule;
    private final FeedStatus status;
    private final Thread thread = Thread.ofVirtual().name("feed").unstarted(this::feed);

    ServiceFeed(
            FeedProperties settings,
            StoredDays stored,
            ReadingPublisher publisher,
            FillDemo demo,
            FeedSchedule schedule,
            FeedStatus status) {
        this.settings = settings;
        this.stored = stored;
        this.publisher = publisher;
        this.demo = demo;
        this.schedule = schedule;
        this.status = status;
    }

    /** Holds the start up until the stores answer, so that another zone ends the service with its reason. */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        untilDone(() -> stored.await(settings.patience()));
        thread.start();
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.interrupt();
        if (thread.isAlive()) {
            thread.join(settings.retryPause());
        }
    }

    private void feed() {
        try {
            untilDone(this::demonstrate);
        } catch (InterruptedException e) {
            LOG.debug("Feed stopped");
        }
    }

    /** Each step can be done again, so after a failure all of them are. */
    private void demonstrate() throws InterruptedException {
        publisher.prepare();
        if (settings.demo().mode() == DemoMode.OFF) {
            return;
        }
        Optional<DemoRecord> planned = demo.plan();
        if (planned.isEmpty()) {
            LOG.info("The stores hold other readings than a demonstration's: nothing is simulated");
            return;
        }
        DemoRecord history = planned.get();
        if (history.stage() == Stage.SENDING) {
            status.demo(DemoStage.SENDING);
            history = demo.send(history);
        }
        status.demo(DemoStage.SENT);
        follow(history);
    }

    private void follow(DemoRecord history) throws InterruptedException {
        Meters meters = history.meters();
        Instant from =
                history.resumeAt(schedule.startOfDay(meters, 0), schedule.startOfDay(meters, LONGEST_PAUSE_DAYS));
        status.fine();
        schedule.run(meters, from, 1, (start, readings) -> demo.follow(history, start));
    }

    /** Something to do that a store may refuse for now. */
    @FunctionalInterface
    private interface Step {

        void run() throws InterruptedException;
    }

    private void untilDone(Step step) throws InterruptedException {
        while (true) {
            try {
                step.run();
                status.fine();
                return;
            } catch (WrongZone e) {
                throw e;
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LOG.warn("The feed waits and tries again: {}", e.getMessage());
                status.troubled(e.getMessage());
                Thread.sleep(settings.retryPause());
            }
        }
    }
}
