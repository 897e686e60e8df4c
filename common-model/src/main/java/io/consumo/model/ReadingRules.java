package io.consumo.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What makes a reading acceptable, the same for every way in: topic, REST and CSV.
 *
 * @param plausibleMaximum the greatest energy of one hour
 */
public record ReadingRules(ZoneId zone, Energy plausibleMaximum, InstantSource clock) {

    public static final Energy DEFAULT_PLAUSIBLE_MAXIMUM = Energy.ofKwh("10000");
    public static final int MAXIMUM_ID_LENGTH = 64;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int MAXIMUM_AGE_YEARS = 20;

    /** Spares nearly all readings the calendar. */
    private static final Duration SURELY_YOUNG = Duration.ofDays(MAXIMUM_AGE_YEARS * 365 - 1);

    /** Slots are stored as 32-bit integers of 0.1 Wh. */
    private static final Energy STORABLE_MAXIMUM = Energy.ofKwh("200000");

    public ReadingRules {
        if (plausibleMaximum.compareTo(Energy.ZERO) <= 0 || plausibleMaximum.compareTo(STORABLE_MAXIMUM) > 0) {
            throw new IllegalArgumentException("plausible maximum must be above 0 and at most " + STORABLE_MAXIMUM
                    + " an hour, was " + plausibleMaximum);
        }
    }

    /**
     * Makes a reading of its parts.
     *
     * @param start ISO date and time with an offset
     * @param revision from 0
     * @throws InvalidReading naming the first field that is wrong
     */
    public Reading reading(
            @Nullable String clientId,
            @Nullable String start,
            long minutes,
            @Nullable BigDecimal kwh,
            Quality quality,
            long revision) {
        return reading(clientId, instant(start), minutes, kwh, quality, revision);
    }

    /** As {@link #reading(String, String, long, BigDecimal, Quality, long)}, with the start already known. */
    public Reading reading(
            @Nullable String clientId,
            Instant start,
            long minutes,
            @Nullable BigDecimal kwh,
            Quality quality,
            long revision) {
        String id = requireClientId(clientId);
        IntervalLength length = IntervalLength.ofMinutes(minutes)
                .orElseThrow(() -> new InvalidReading(
                        "minutes", "must be one of " + IntervalLength.allowedMinutes() + ", was " + minutes));
        checkTime(start, length);
        if (revision < 0 || revision >= Precedence.REVISION_LIMIT) {
            throw new InvalidReading("revision", "must be from 0 to 2^60 - 1, was " + revision);
        }
        return new Reading(id, start, length, energy(kwh, length), quality, revision);
    }

    /**
     * Any characters but controls.
     *
     * @throws InvalidReading naming {@code clientId}
     */
    public static String requireClientId(@Nullable String clientId) {
        if (clientId == null || clientId.isBlank()) {
            throw new InvalidReading("clientId", "must not be missing or blank");
        }
        if (clientId.length() > MAXIMUM_ID_LENGTH) {
            throw new InvalidReading("clientId", "must have at most " + MAXIMUM_ID_LENGTH + " characters");
        }
        // A plain loop: a stream of characters took a tenth of the time that a reading takes.
        int codePoint;
        for (int index = 0; index < clientId.length(); index += Character.charCount(codePoint)) {
            codePoint = clientId.codePointAt(index);
            if (Character.isISOControl(codePoint)) {
                throw new InvalidReading("clientId", "must not contain control characters");
            }
            if (isHalfACharacter(codePoint)) {
                throw new InvalidReading("clientId", "must not contain half a surrogate pair");
            }
        }
        return clientId;
    }

    /** No store could keep it as it is. */
    private static boolean isHalfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static Instant instant(@Nullable String start) {
        if (start == null || start.isBlank()) {
            throw new InvalidReading("start", "must not be missing or blank");
        }
        try {
            return SeenInstants.parse(start);
        } catch (DateTimeParseException e) {
            throw new InvalidReading(
                    "start", "must be an ISO date and time with an offset, such as 2026-11-24T10:00:00+01:00");
        }
    }

    private void checkTime(Instant start, IntervalLength length) {
        Instant now = clock.instant();
        if (start.isBefore(now.minus(SURELY_YOUNG)) && start.isBefore(oldest(now))) {
            throw new InvalidReading("start", "must not be older than " + MAXIMUM_AGE_YEARS + " years, was " + start);
        }
        if (start.plusSeconds(length.seconds()).isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new InvalidReading(
                    "start",
                    "must not end more than " + CLOCK_TOLERANCE.toMinutes() + " minutes in the future, was " + start);
        }
        if (!DayGrid.of(start, zone, length).fits(start)) {
            throw new InvalidReading(
                    "start", "must lie on the grid of " + length.minutes() + " minutes in " + zone + ", was " + start);
        }
    }

    private Instant oldest(Instant now) {
        return LocalDate.ofInstant(now, zone)
                .minusYears(MAXIMUM_AGE_YEARS)
                .atStartOfDay(zone)
                .toInstant();
    }

    private Energy energy(@Nullable BigDecimal kwh, IntervalLength length) {
        if (kwh == null) {
            throw new InvalidReading("kwh", "must not be missing");
        }
        if (kwh.signum() < 0) {
            throw new InvalidReading("kwh", "must not be negative, was " + brief(kwh));
        }
        BigDecimal maximum = plausibleMaximum.toKwh().divide(BigDecimal.valueOf(length.perHour()));
        if (kwh.compareTo(maximum) > 0) {
            throw new InvalidReading(
                    "kwh",
                    "must be at most " + maximum.stripTrailingZeros().toPlainString() + " in " + length.minutes()
                            + " minutes, was " + brief(kwh));
        }
        return Energy.ofKwh(kwh);
    }

    /** Never prints the ten thousand digits that a hostile number may have. */
    private static String brief(BigDecimal kwh) {
        return String.valueOf(kwh.doubleValue());
    }
}
