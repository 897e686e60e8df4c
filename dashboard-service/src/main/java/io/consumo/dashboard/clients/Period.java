package io.consumo.dashboard.clients;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The day, week or month that holds a day, as the address has it. */
record Period(Length length, LocalDate day) {

    private static final String VIEW = "view";
    private static final String DAY = "day";

    enum Length {
        DAY,
        WEEK,
        MONTH
    }

    /** The week of today, when the address says nothing or nonsense. */
    static Period read(QueryParameters query, LocalDate today) {
        Length length = query.getSingleParameter(VIEW).flatMap(Period::length).orElse(Length.WEEK);
        return new Period(
                length, query.getSingleParameter(DAY).flatMap(Period::day).orElse(today));
    }

    QueryParameters write() {
        return new QueryParameters(Map.of(VIEW, List.of(length.name()), DAY, List.of(day.toString())));
    }

    LocalDate first() {
        return switch (length) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate last() {
        return switch (length) {
            case DAY -> day;
            case WEEK -> first().plusDays(6);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    Period moved(int steps) {
        return new Period(
                length,
                switch (length) {
                    case DAY -> day.plusDays(steps);
                    case WEEK -> day.plusWeeks(steps);
                    case MONTH -> day.plusMonths(steps);
                });
    }

    private static Optional<Length> length(String name) {
        return Arrays.stream(Length.values())
                .filter(length -> length.name().equals(name))
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
