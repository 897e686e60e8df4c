package io.consumo.model.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The archive at a glance.
 *
 * @param windowFrom first day of the active window
 * @param dueDays that lie before the window and are still in PostgreSQL; the next run takes them, unless they are held up
 * @param days archived and gone from PostgreSQL
 * @param rows their slots
 * @param fileBytes what their files take
 * @param freedBytes what they took in PostgreSQL
 * @param liveBytes what the days in PostgreSQL take now
 * @param oldestCheckDay the day that was not read back for longest
 * @param lateReadings that wait to be filed
 * @param restores that are there
 * @param damaged days whose file was not well when it was last read
 * @param running the operation under way, if any
 * @param nextRunAt by the schedule, null when there is none
 */
public record ArchiveSummary(
        int windowDays,
        LocalDate windowFrom,
        List<LocalDate> dueDays,
        int days,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        long rows,
        long fileBytes,
        long freedBytes,
        long liveBytes,
        @Nullable LocalDate oldestCheckDay,
        @Nullable Instant oldestCheckAt,
        long lateReadings,
        long heldClients,
        long heldDays,
        int restores,
        List<ArchiveDay> damaged,
        @Nullable ArchiveRun running,
        @Nullable Instant nextRunAt) {}
