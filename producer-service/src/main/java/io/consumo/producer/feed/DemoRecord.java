package io.consumo.producer.feed;

import io.consumo.model.DayGrid;
import io.consumo.producer.feed.domain.Meters;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration that an installation was given, so that it goes on the same after a restart.
 *
 * @param first day of its history
 * @param last day of its history
 * @param fedUntil end of the last interval that was sent when it ended, null before the first
 */
public record DemoRecord(
        Meters meters,
        LocalDate first,
        LocalDate last,
        Stage stage,
        @Nullable Instant fedUntil) {

    private static final int DAYS_BEFORE_FEED = 2;

    /** How far its history got. */
    public enum Stage {
        SENDING,
        SENT
    }

    DemoRecord sent() {
        return new DemoRecord(meters, first, last, Stage.SENT, fedUntil);
    }

    DemoRecord fedUntil(Instant end) {
        return new DemoRecord(meters, first, last, stage, end);
    }

    /** Of an installation that begins today. */
    static LocalDate lastOfHistory(LocalDate today) {
        return today.minusDays(DAYS_BEFORE_FEED);
    }

    /** Where the feed goes on: today, or where it was stopped, since the meters kept what they could not send. */
    Instant resumeAt(Instant today, Instant earliest) {
        Instant until = fedUntil == null ? beginOfFeed() : fedUntil;
        if (until.isAfter(today)) {
            return today;
        }
        return until.isBefore(earliest) ? earliest : until;
    }

    /** The day on which the demonstration was begun, which need not be today. */
    private Instant beginOfFeed() {
        return new DayGrid(last.plusDays(DAYS_BEFORE_FEED), meters.zone(), meters.length()).begin();
    }
}
