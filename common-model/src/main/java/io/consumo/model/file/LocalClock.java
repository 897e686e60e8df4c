package io.consumo.model.file;

import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import io.consumo.model.InvalidReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which instant a client's local time means. Where the clock is set back and an hour comes twice, the client's
 * first line is summer time and its second winter time.
 */
final class LocalClock {

    private final ZoneId zone;
    private final Set<Occurrence> seen = new HashSet<>();

    LocalClock(ZoneId zone) {
        this.zone = zone;
    }

    private record Occurrence(String clientId, LocalDateTime time) {}

    Instant instant(String clientId, LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return switch (offsets.size()) {
            case 0 ->
                throw new InvalidReading(
                        "start", time + " does not exist in " + zone + ": the clock is put forward over it");
            case 1 -> time.toInstant(offsets.getFirst());
            default -> {
                boolean first = seen.add(new Occurrence(clientId, time));
                yield time.toInstant(first ? offsets.getFirst() : offsets.getLast());
            }
        };
    }

    /** The start of the day's n-th interval, counted from 1: days have 23 or 25 hours when the clock changes. */
    Instant nth(LocalDate day, int number, IntervalLength length) {
        DayGrid grid = new DayGrid(day, zone, length);
        if (number < 1 || number > grid.slots()) {
            throw new InvalidReading(
                    "start",
                    "hour must be from 1 to " + grid.slots() + " on " + day + " in " + zone + ", was " + number);
        }
        return grid.begin().plusSeconds((number - 1L) * length.seconds());
    }
}
