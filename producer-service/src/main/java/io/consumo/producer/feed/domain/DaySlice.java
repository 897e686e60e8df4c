package io.consumo.producer.feed.domain;

import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import java.time.Instant;
import java.time.LocalDate;

/** A local day cut into intervals, worked out once for all clients. */
final class DaySlice {

    private final DayGrid grid;
    private final Instant begin;
    private final int[] minutes;

    DaySlice(LocalDate day, Meters meters) {
        grid = new DayGrid(day, meters.zone(), meters.length());
        begin = grid.begin();
        minutes = new int[grid.slots()];
        for (int slot = 0; slot < minutes.length; slot++) {
            minutes[slot] = grid.start(slot).toLocalTime().toSecondOfDay() / 60;
        }
    }

    LocalDate day() {
        return grid.day();
    }

    IntervalLength length() {
        return grid.length();
    }

    int slots() {
        return minutes.length;
    }

    Instant start(int slot) {
        return begin.plusSeconds((long) slot * length().seconds());
    }

    /** The slot's first local minute of the day. */
    int minute(int slot) {
        return minutes[slot];
    }

    double hoursPerSlot() {
        return 1.0 / length().perHour();
    }
}
