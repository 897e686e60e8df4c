package io.consumo.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The slots of one local day for one interval length: 24 h worth of them, one hour more or less on the days when the
 * clock changes.
 */
public record DayGrid(LocalDate day, ZoneId zone, IntervalLength length) {

    /** The grid of the local day in which the instant lies. */
    public static DayGrid of(Instant instant, ZoneId zone, IntervalLength length) {
        return new DayGrid(LocalDate.ofInstant(instant, zone), zone, length);
    }

    public Instant begin() {
        return day.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public int slots() {
        return (int) (Duration.between(begin(), end()).toSeconds() / length.seconds());
    }

    /** The zero-based slot that starts at the instant, which lies in this day and on its grid. */
    public int slotOf(Instant start) {
        return (int) (Duration.between(begin(), start).toSeconds() / length.seconds());
    }

    /** Whether an interval of this length may start at the instant. */
    public boolean fits(Instant start) {
        Duration sinceBegin = Duration.between(begin(), start);
        return sinceBegin.equals(sinceBegin.truncatedTo(ChronoUnit.SECONDS))
                && sinceBegin.toSeconds() % length.seconds() == 0;
    }

    public OffsetDateTime start(int slot) {
        return begin().plusSeconds((long) slot * length.seconds()).atZone(zone).toOffsetDateTime();
    }
}
