package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a client to judge its next day: what following its days up to a first of a month has left, and
 * the days since. Its size is bounded, and it depends on the client's days alone, not on how or when they came.
 *
 * @param firstDay the client's first day ever
 * @param from the first of the month that the kept days begin with
 * @param days known days since, oldest first
 * @param profiles of the months before, oldest first, at most {@link MonthProfile#MONTHS_KEPT}
 * @param running the episodes that were under way on the evening before, by the key of their rule
 * @param since days before this one teach nothing about it and those after it, since the client was re-baselined
 */
public record Baseline(
        LocalDate firstDay,
        LocalDate from,
        List<KnownDay> days,
        List<MonthProfile> profiles,
        Map<String, Tally> running,
        Optional<LocalDate> since) {

    /** Of a client of which nothing is known. */
    public static final Baseline NONE =
            new Baseline(LocalDate.MAX, LocalDate.of(1, 1, 1), List.of(), List.of(), Map.of(), Optional.empty());

    public Baseline {
        days = List.copyOf(days);
        profiles = List.copyOf(profiles);
        running = Map.copyOf(running);
    }

    /** Of a client of which nothing is known but since when its days teach what is normal. */
    public static Baseline none(Optional<LocalDate> since) {
        return new Baseline(NONE.firstDay, NONE.from, NONE.days, NONE.profiles, NONE.running, since);
    }

    public boolean isEmpty() {
        return days.isEmpty() && profiles.isEmpty();
    }

    /** The months that the client may have days in, up to the last known one. */
    public List<YearMonth> months() {
        if (days.isEmpty()) {
            return List.of();
        }
        YearMonth first = YearMonth.from(firstDay);
        return java.util.stream.Stream.iterate(
                        first,
                        month -> !month.isAfter(YearMonth.from(days.getLast().day())),
                        month -> month.plusMonths(1))
                .toList();
    }
}
