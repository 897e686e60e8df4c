package io.consumo.archiver.archive.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The days that lie beyond the window, oldest first.
 *
 * @param zone whose days they are
 * @param olderThan days before today
 * @param before the first day that stays
 */
public record DueDays(ZoneId zone, int olderThan, LocalDate before, List<DueDay> days) {

    /** Those that may go now. */
    public List<DueDay> ready() {
        return days.stream().filter(day -> day.delay() == null).toList();
    }

    /** Those that may not go yet. */
    public List<DueDay> waiting() {
        return days.stream().filter(day -> day.delay() != null).toList();
    }
}
