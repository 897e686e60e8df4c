package io.consumo.archiver.archive.domain;

import io.consumo.archiver.archive.domain.DueDay.Delay;
import io.consumo.archiver.archive.domain.DueDay.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which days may be archived: those before the active window to which nothing was written for a while.
 *
 * @param windowDays local days before today that stay
 * @param quiet how long nothing may have been written to a day
 */
public record ArchivePolicy(int windowDays, Duration quiet) {

    /** No reading is older than 20 years. */
    public static final int OLDEST_DAYS = 7305;

    public ArchivePolicy {
        if (windowDays < 1 || windowDays > OLDEST_DAYS) {
            throw new IllegalArgumentException("window must be from 1 to " + OLDEST_DAYS + " days, was " + windowDays);
        }
        if (quiet.isNegative()) {
            throw new IllegalArgumentException("quiet time must not be negative, was " + quiet);
        }
    }

    /**
     * The first day that stays.
     *
     * @param olderThan days before today
     * @throws OlderThanOutOfRange when that would reach into the window
     */
    public LocalDate before(LocalDate today, int olderThan) {
        if (olderThan < windowDays || olderThan > OLDEST_DAYS) {
            throw new OlderThanOutOfRange(olderThan, windowDays, OLDEST_DAYS);
        }
        return today.minusDays(olderThan);
    }

    /** The days before the given one, oldest first, each with what it waits for. */
    public List<DueDay> due(List<StoredDay> stored, LocalDate before, Instant now) {
        return stored.stream()
                .filter(day -> day.day().isBefore(before))
                .sorted(Comparator.comparing(StoredDay::day))
                .map(day -> DueDay.of(day, delayOf(day, now)))
                .toList();
    }

    private @Nullable Delay delayOf(StoredDay day, Instant now) {
        Instant quietAt = day.newestWrite().plus(quiet);
        if (quietAt.isAfter(now)) {
            return new Delay(Reason.WRITTEN_RECENTLY, quietAt);
        }
        return day.followed() ? null : new Delay(Reason.NOT_FOLLOWED, null);
    }
}
