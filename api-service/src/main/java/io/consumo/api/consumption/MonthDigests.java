package io.consumo.api.consumption;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps digests of months. Reading those of 10,000 clients takes seconds, however many months it is, so all that are
 * mostly asked for are read at a time, and none again whose days were not written to meanwhile.
 */
@Component
final class MonthDigests {

    private static final Logger LOG = LoggerFactory.getLogger(MonthDigests.class);

    /** Scores change without a reading too, when people decide. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /** Reading takes at most a twentieth of one processor. */
    private static final int COSTLY_SHARE = 20;

    private static final int MONTHS_KEPT = 40;

    private final MonthQuery months;
    private final WrittenDays written;
    private final SameDays sameDays;
    private final Duration freshFor;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<Key, Kept> kept = new LinkedHashMap<>(MONTHS_KEPT, 0.75F, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MONTHS_KEPT;
        }
    };

    private record Key(YearMonth month, int firstDays) {}

    /** @param writes null when not all had followed that was written until then */
    private record Kept(MonthDigest digest, @Nullable Long writes, long at, long freshFor) {

        boolean isUsable(long now, long writesNow) {
            long age = now - at;
            return age < freshFor || (writes != null && writes == writesNow && age < KEPT_FOR.toNanos());
        }
    }

    MonthDigests(MonthQuery months, WrittenDays written, SameDays sameDays, ConsumptionProperties settings) {
        this.months = months;
        this.written = written;
        this.sameDays = sameDays;
        this.freshFor = settings.freshFor();
    }

    /** Reading takes seconds, which the first reader need not wait for. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofVirtual().name("months").start(() -> {
            try {
                of(List.of(sameDays.running()));
            } catch (RuntimeException e) {
                LOG.debug("not read", e);
            }
        });
    }

    /** Of each month, empty where nothing is stored of it; with the first days that are mostly compared. */
    Map<YearMonth, MonthDigest> of(Collection<YearMonth> wanted) {
        return found(keys(wanted));
    }

    Map<YearMonth, MonthDigest> of(Collection<YearMonth> wanted, int firstDays) {
        return found(wanted.stream().distinct().collect(toMap(month -> month, month -> firstDays)));
    }

    private Map<YearMonth, Integer> keys(Collection<YearMonth> wanted) {
        return wanted.stream().distinct().collect(toMap(month -> month, sameDays::mostly));
    }

    private Map<YearMonth, MonthDigest> found(Map<YearMonth, Integer> wanted) {
        reading.lock();
        try {
            Map<YearMonth, Long> writes = writes();
            Map<YearMonth, Integer> unknown = unknown(wanted, writes);
            if (!unknown.isEmpty()) {
                Map<YearMonth, Integer> mostly = new HashMap<>(unknown(keys(sameDays.lastYear()), writes));
                mostly.putAll(unknown);
                read(mostly, writes);
            }
            Map<YearMonth, MonthDigest> found = new HashMap<>();
            wanted.forEach((month, days) -> found.put(
                    month,
                    Objects.requireNonNull(kept.get(new Key(month, days))).digest()));
            return found;
        } finally {
            reading.unlock();
        }
    }

    private Map<YearMonth, Integer> unknown(Map<YearMonth, Integer> wanted, Map<YearMonth, Long> writes) {
        return wanted.entrySet().stream()
                .filter(month ->
                        !isKnown(new Key(month.getKey(), month.getValue()), writes.getOrDefault(month.getKey(), 0L)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isKnown(Key key, long writes) {
        Kept known = kept.get(key);
        return known != null && !freshFor.isZero() && known.isUsable(System.nanoTime(), writes);
    }

    private void read(Map<YearMonth, Integer> unknown, Map<YearMonth, Long> writes) {
        boolean followed = written.allFollowed();
        long begun = System.nanoTime();
        Map<YearMonth, MonthDigest> digests = new HashMap<>();
        unknown.keySet().forEach(month -> digests.put(month, new MonthDigest()));
        months.each(unknown, month -> {
            MonthDigest digest = digests.get(month.month());
            if (digest != null) {
                digest.add(month);
            }
        });
        long now = System.nanoTime();
        long fresh = Math.max(freshFor.toNanos(), COSTLY_SHARE * (now - begun));
        digests.forEach((month, digest) -> kept.put(
                new Key(month, unknown.getOrDefault(month, 0)),
                new Kept(digest, followed ? writes.getOrDefault(month, 0L) : null, now, fresh)));
    }

    private Map<YearMonth, Long> writes() {
        return written.writes().entrySet().stream()
                .collect(toMap(day -> YearMonth.from(day.getKey()), Map.Entry::getValue, Long::sum));
    }
}
