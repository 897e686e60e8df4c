package io.consumo.api.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Local days from the first to the last, both included. */
public record DayRange(LocalDate from, LocalDate to) {

    public DayRange {
        if (from.isAfter(to)) {
            throw new InvalidParameter(
                    "from", "must not be after to (" + to + "), was " + from, List.of("a day up to " + to));
        }
    }

    /**
     * The range that was asked for.
     *
     * @param to today when it is missing
     * @param defaultDays how many days up to the last one are meant when the first one is missing
     * @param maximumDays longer ranges are refused
     */
    public static DayRange of(
            @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int defaultDays, int maximumDays) {
        LocalDate last = to != null ? to : later(from, today);
        DayRange range = new DayRange(from != null ? from : last.minusDays(defaultDays - 1L), last);
        if (range.days() > maximumDays) {
            throw new InvalidParameter(
                    "from",
                    "the range must have at most " + maximumDays + " days, has " + range.days(),
                    List.of(last.minusDays(maximumDays - 1L) + " or later for this to"));
        }
        return range;
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** A range that begins in the future is empty, not wrong. */
    private static LocalDate later(@Nullable LocalDate from, LocalDate today) {
        return from != null && from.isAfter(today) ? from : today;
    }
}
