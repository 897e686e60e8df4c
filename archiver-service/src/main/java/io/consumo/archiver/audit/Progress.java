package io.consumo.archiver.audit;

import io.consumo.model.api.ArchiveRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an operation has come; written by the one that works, read by those who watch. */
public final class Progress {

    private static final int PROBLEMS_KEPT = 50;

    private final String id;
    private final OperationKind kind;
    private final String who;
    private final Instant startedAt;
    private final List<String> problems = new ArrayList<>();
    private String state = "RUNNING";
    private @Nullable Instant finishedAt;
    private @Nullable String error;
    private @Nullable LocalDate day;
    private @Nullable String step;
    private int done;
    private int total;
    private long rows;
    private long bytes;

    Progress(String id, OperationKind kind, String who, Instant startedAt) {
        this.id = id;
        this.kind = kind;
        this.who = who;
        this.startedAt = startedAt;
    }

    /** So many days are to be done. */
    public synchronized void total(int days) {
        total = days;
    }

    public synchronized void at(LocalDate currentDay, String currentStep) {
        day = currentDay;
        step = currentStep;
    }

    /** A day is done. */
    public synchronized void done(long addedRows, long addedBytes) {
        done++;
        rows += addedRows;
        bytes += addedBytes;
    }

    /** A day could not be done; the operation goes on, and fails in the end. */
    public synchronized void problem(String told) {
        if (problems.size() < PROBLEMS_KEPT) {
            problems.add(told);
        }
    }

    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    public synchronized Outcome outcome() {
        return new Outcome(rows, bytes);
    }

    synchronized void finish(@Nullable String failure, Instant at) {
        state = failure == null ? "DONE" : "FAILED";
        error = failure;
        finishedAt = at;
        day = null;
        step = null;
    }

    public synchronized ArchiveRun told() {
        return new ArchiveRun(
                id,
                kind.name(),
                who,
                state,
                startedAt,
                finishedAt,
                done,
                total,
                day,
                step,
                rows,
                bytes,
                List.copyOf(problems),
                error);
    }
}
