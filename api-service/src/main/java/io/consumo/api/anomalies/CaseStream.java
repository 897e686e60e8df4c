package io.consumo.api.anomalies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells subscribers of every case that is opened, judged anew or decided, each at least once. Changes are read from the
 * store, so that a subscriber who was away for up to a day goes on where he was.
 */
@Component
public class CaseStream {

    /**
     * A change carries the time of its judgement and is stored later: the consumer first waits for Kafka to take its
     * event, which may be two minutes.
     */
    static final Duration LATE = Duration.ofSeconds(150);

    /** Most changes are stored sooner, so that only some looks go far back for those that are not. */
    static final Duration FAR_EVERY = Duration.ofSeconds(15);

    private static final Duration SOON = Duration.ofSeconds(10);

    static final Duration FURTHEST_BACK = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(CaseStream.class);

    private static final int CHANGES_AT_ONCE = 10_000;
    private static final int CASES_AT_ONCE = 200;

    /** For subscribers who are slow when many cases change, all together and in each look. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CaseChanges changes;
    private final Clock clock;
    private final Map<Subscriber, Delivery> deliveries = new ConcurrentHashMap<>();
    /** As long ago as the next look can go back, so it is bounded by what changes in that time. */
    private final Set<CaseChange> told = new HashSet<>();

    /** When a look far back succeeded; the next goes on from there, however long nothing could be read. */
    private volatile Instant toldUntil;

    private volatile boolean isEnded;

    CaseStream(CaseChanges changes, Clock clock, MeterRegistry meters) {
        Gauge.builder("consumo.streams.open", deliveries, Map::size)
                .description("Connections that are told of cases as they change")
                .register(meters);
        this.changes = changes;
        this.clock = clock;
        this.toldUntil = clock.instant();
    }

    /** Who is told, always by the same thread; one that throws is told no more but that it is the end. */
    public interface Subscriber {

        void tell(DecidedCase changed);

        /**
         * At first, and then now and then, so that a connection that is gone is noticed.
         *
         * @param toldUntil from where to go on with another connection
         */
        void beat(Instant toldUntil);

        /** There will be no more; also told to one that has unsubscribed. */
        void end();
    }

    /**
     * Tells of every change from now on.
     *
     * @param since when given, first of what has changed since then, though at most since a day ago; one in the future,
     *     where somebody's clock is ahead, stands for now
     */
    public void subscribe(Subscriber subscriber, @Nullable Instant since) {
        Delivery delivery = new Delivery(subscriber);
        // First, so that nothing falls between what was missed and what is new; some of it is told twice.
        deliveries.put(subscriber, delivery);
        delivery.start(() -> begin(subscriber, delivery, since), () -> deliveries.remove(subscriber));
        if (isEnded) {
            delivery.end();
        }
    }

    public void unsubscribe(Subscriber subscriber) {
        Delivery delivery = deliveries.remove(subscriber);
        if (delivery != null) {
            delivery.end();
        }
    }

    /** Also while nobody listens: who comes is told what is new, not what was there before him. */
    @Scheduled(fixedDelayString = "${consumo.anomalies.tell-every}")
    void tell() {
        try {
            Instant now = clock.instant();
            if (now.isBefore(toldUntil)) {
                // The clock was set right.
                toldUntil = now;
            }
            if (now.isBefore(toldUntil.plus(FAR_EVERY))) {
                told.addAll(tellSince(now.minus(SOON)));
            } else {
                Set<CaseChange> found = tellSince(toldUntil.minus(LATE));
                told.clear();
                told.addAll(found);
                toldUntil = now;
            }
        } catch (RuntimeException e) {
            if (!deliveries.isEmpty()) {
                LOG.warn("Subscribers are told of cases later: {}", e.getMessage());
            }
        }
    }

    /** Before the server waits for its requests to end, which these would never do. */
    @EventListener
    void end(ContextClosedEvent closed) {
        isEnded = true;
        deliveries.values().forEach(Delivery::end);
    }

    @Scheduled(fixedDelayString = "15s")
    void beat() {
        Instant until = toldUntil;
        toAll(subscriber -> subscriber.beat(until), System.nanoTime());
    }

    /** Tells of those that were not told yet, and returns all. */
    private Set<CaseChange> tellSince(Instant instant) {
        Set<CaseChange> found = new HashSet<>();
        Set<String> fresh = new LinkedHashSet<>();
        CaseChange place = CaseChange.before(instant);
        List<CaseChange> page;
        do {
            page = changes.after(place, CHANGES_AT_ONCE);
            for (CaseChange change : page) {
                place = change;
                found.add(change);
                if (!told.contains(change)) {
                    fresh.add(change.caseId());
                }
            }
        } while (page.size() == CHANGES_AT_ONCE);
        tell(List.copyOf(fresh));
        return found;
    }

    private void tell(List<String> caseIds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int begin = 0; begin < caseIds.size() && !deliveries.isEmpty(); begin += CASES_AT_ONCE) {
            changes.read(caseIds.subList(begin, Math.min(begin + CASES_AT_ONCE, caseIds.size())))
                    .forEach(changed -> toAll(subscriber -> subscriber.tell(changed), deadline));
        }
    }

    private void toAll(Consumer<Subscriber> message, long deadline) {
        deliveries.values().forEach(delivery -> delivery.offer(message, Math.max(0, deadline - System.nanoTime())));
    }

    private void begin(Subscriber subscriber, Delivery delivery, @Nullable Instant since) {
        Instant now = clock.instant();
        if (since == null) {
            subscriber.beat(now);
            return;
        }
        Instant from = notBefore(now.minus(FURTHEST_BACK), since.isAfter(now) ? now : since);
        subscriber.beat(from);
        // What was stored late may have been left to a look that he was not there for any more.
        CaseChange place = CaseChange.before(from.minus(LATE).minus(FAR_EVERY));
        List<CaseChange> page;
        do {
            page = changes.after(place, CASES_AT_ONCE);
            List<String> caseIds = new ArrayList<>();
            for (CaseChange change : page) {
                place = change;
                caseIds.add(change.caseId());
            }
            for (DecidedCase missed : changes.read(new LinkedHashSet<>(caseIds))) {
                if (delivery.isOver()) {
                    return;
                }
                subscriber.tell(missed);
            }
        } while (page.size() == CASES_AT_ONCE && !delivery.isOver());
    }

    private static Instant notBefore(Instant earliest, Instant instant) {
        return instant.isBefore(earliest) ? earliest : instant;
    }
}
