package io.consumo.api.anomalies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells subscribers of every case that is opened, judged anew or decided, each at least once. Changes are read from the
 * store, so that a subscriber who was away goes on where he was, however long that is ago.
 */
@Component
public class CaseStream {

    private static final Logger LOG = LoggerFactory.getLogger(CaseStream.class);

    /** A change carries the time of its judgement, and is stored a moment later. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final int TOLD_REMEMBERED = 10_000;

    private final AnomalyQuery cases;
    private final Clock clock;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Map<Change, Boolean> told = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Change, Boolean> eldest) {
            return size() > TOLD_REMEMBERED;
        }
    };

    CaseStream(AnomalyQuery cases, Clock clock, MeterRegistry meters) {
        Gauge.builder("consumo.streams.open", subscribers, Set::size)
                .description("Connections that are told of cases as they change")
                .register(meters);
        this.cases = cases;
        this.clock = clock;
    }

    private record Change(String caseId, Instant at, int version) {

        static Change of(DecidedCase decided) {
            return new Change(
                    decided.judged().id(),
                    decided.changedAt(),
                    decided.decision().version());
        }
    }

    /** Who is told; one that throws is told no more. */
    public interface Subscriber {

        void tell(DecidedCase changed);

        /** Now and then, so that a connection that is gone is noticed. */
        void beat();

        /** There will be no more. */
        void end();
    }

    /** Tells of what has changed at the instant or later, and of every change from now on. */
    public void subscribe(Subscriber subscriber, Instant since) {
        cases.changedSince(since).forEach(subscriber::tell);
        subscribers.add(subscriber);
    }

    public void unsubscribe(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    @Scheduled(fixedDelayString = "${consumo.anomalies.tell-every}")
    void tell() {
        if (subscribers.isEmpty()) {
            return;
        }
        try {
            fresh().forEach(change -> toAll(subscriber -> subscriber.tell(change)));
        } catch (RuntimeException e) {
            LOG.warn("Subscribers are told of cases later: {}", e.getMessage());
        }
    }

    /** Before the server waits for its requests to end, which these would never do. */
    @EventListener
    void end(ContextClosedEvent closed) {
        toAll(Subscriber::end);
    }

    @Scheduled(fixedDelayString = "15s")
    void beat() {
        toAll(Subscriber::beat);
    }

    private List<DecidedCase> fresh() {
        List<DecidedCase> fresh = new ArrayList<>();
        for (DecidedCase change : cases.changedSince(clock.instant().minus(LATE))) {
            if (told.put(Change.of(change), true) == null) {
                fresh.add(change);
            }
        }
        return fresh;
    }

    private void toAll(Consumer<Subscriber> message) {
        subscribers.removeIf(subscriber -> !reaches(subscriber, message));
    }

    private static boolean reaches(Subscriber subscriber, Consumer<Subscriber> message) {
        try {
            message.accept(subscriber);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("A subscriber has gone", e);
            return false;
        }
    }
}
