package io.consumo.model.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the archiver, running or over.
 *
 * @param kind ARCHIVE, VERIFY, RESTORE, ...
 * @param state RUNNING, DONE, FAILED, or INTERRUPTED when the archiver ended meanwhile
 * @param done of total days
 * @param day that it is at
 * @param step what it does with it
 * @param rows so far
 * @param bytes so far: freed in PostgreSQL by ARCHIVE, read by VERIFY
 * @param problems of single days; the operation went on
 */
public record ArchiveRun(
        String id,
        String kind,
        String who,
        String state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int done,
        int total,
        @Nullable LocalDate day,
        @Nullable String step,
        long rows,
        long bytes,
        List<String> problems,
        @Nullable String error) {}
