package io.consumo.api.consumption;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which days of months stand beside each other: all, or while one of them runs, those that are over in it. */
@Component
public final class SameDays {

    /** As long as the longest month. */
    static final int ALL = 31;

    private final Clock clock;

    SameDays(Clock clock) {
        this.clock = clock;
    }

    /** How many first days of each are compared; none on the first of a month that runs. */
    int of(YearMonth month, YearMonth other) {
        return of(List.of(month, other));
    }

    int of(Collection<YearMonth> months) {
        LocalDate today = LocalDate.now(clock);
        if (!months.contains(YearMonth.from(today))) {
            return ALL;
        }
        return Math.min(
                today.getDayOfMonth() - 1,
                months.stream().mapToInt(YearMonth::lengthOfMonth).min().orElse(ALL));
    }

    YearMonth running() {
        return YearMonth.now(clock);
    }

    /** The month that runs and the twelve before. */
    List<YearMonth> lastYear() {
        YearMonth running = running();
        return Stream.iterate(running, month -> month.minusMonths(1)).limit(13).toList();
    }

    /** How many first days of a month are mostly asked for: of those that are compared with the one that runs. */
    int mostly(YearMonth month) {
        YearMonth running = running();
        if (month.equals(running)) {
            return of(running, running.minusMonths(1));
        }
        return List.of(running.minusMonths(1), running.minusYears(1)).contains(month) ? of(running, month) : ALL;
    }

    /** The last of a month's first days, today at most; the day before the month where there are none. */
    LocalDate last(YearMonth month, int days) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = month.atDay(1).minusDays(1).plusDays(Math.min(days, month.lengthOfMonth()));
        return month.equals(YearMonth.from(today)) && last.isAfter(today) ? today : last;
    }
}
