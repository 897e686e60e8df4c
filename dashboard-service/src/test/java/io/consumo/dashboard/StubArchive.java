package io.consumo.dashboard;

import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An archive of made-up days, in which an operation takes two seconds; what stands still, it tells alike each time. */
final class StubArchive {

    private static final int WINDOW = 30;
    private static final int DAYS = 45;
    private static final int TOTAL = 20;
    private static final Duration TAKES = Duration.ofSeconds(2);

    private final Instant began = Instant.now();
    private final List<ArchiveRestore> restores = new CopyOnWriteArrayList<>();
    private final List<ArchiveOperation> operations = new CopyOnWriteArrayList<>();
    private volatile @Nullable ArchiveRun running;
    private volatile @Nullable RestoreRequest wanted;
    private volatile @Nullable ArchiveRun last;
    private volatile Duration takes = TAKES;
    private volatile @Nullable String error;

    /** Operations are over as soon as they have begun, with this error if any. */
    void endsAtOnce(@Nullable String withError) {
        takes = Duration.ZERO;
        error = withError;
    }

    void clear() {
        takes = TAKES;
        error = null;
        last = null;
        restores.clear();
        operations.clear();
        running = null;
        operations.add(operation("1", "ARCHIVE", "schedule", Map.of("olderThan", "30"), "DONE"));
        operations.add(operation("2", "VERIFY", "operator", Map.of(), "FAILED"));
    }

    ArchiveSummary summary() {
        finish();
        LocalDate from = today().minusDays(WINDOW);
        return new ArchiveSummary(
                WINDOW,
                from,
                List.of(from.minusDays(DAYS + 2), from.minusDays(DAYS + 1)),
                DAYS,
                from.minusDays(DAYS),
                from.minusDays(1),
                DAYS * 1_200L,
                1_480_000,
                31_200_000,
                22_900_000,
                from.minusDays(DAYS),
                began.minus(Duration.ofDays(3)),
                17,
                2,
                14,
                (int) restores.stream()
                        .filter(restore -> restore.state().equals("READY"))
                        .count(),
                List.of(),
                at(),
                began.plus(Duration.ofHours(7)));
    }

    List<ArchiveDay> days() {
        LocalDate from = today().minusDays(WINDOW);
        return IntStream.rangeClosed(1, DAYS)
                .mapToObj(back -> new ArchiveDay(
                        from.minusDays(back),
                        "DROPPED",
                        back == 4 ? 2 : 1,
                        1_200,
                        50,
                        new BigDecimal("512.4"),
                        32_400,
                        693_000,
                        Instant.now().minus(Duration.ofDays(back)),
                        Instant.now().minus(Duration.ofDays(3)),
                        back == 30 ? "the hash does not fit" : null))
                .toList();
    }

    List<LateDay> late() {
        return List.of(new LateDay(
                today().minusDays(WINDOW + 6), 17, 3, Instant.now().minus(Duration.ofHours(5)), Instant.now()));
    }

    List<HeldClient> holds() {
        LocalDate last = today().minusDays(WINDOW + 1);
        return List.of(new HeldClient("C-000008", last.minusDays(9), last, 10, Instant.now()));
    }

    List<ArchiveRestore> restores() {
        finish();
        return restores;
    }

    List<ArchiveOperation> operations(@Nullable String kind) {
        finish();
        return operations.reversed().stream()
                .filter(operation -> kind == null || operation.kind().equals(kind))
                .toList();
    }

    RestorePreview preview(RestoreRequest request) {
        int days = (int) (request.to().toEpochDay() - request.from().toEpochDay()) + 1;
        return new RestorePreview(request.from(), request.to(), request.clientId(), days, List.of(), days * 24L, 1, 7);
    }

    ArchiveRun start(String kind, String who, @Nullable RestoreRequest restore) {
        wanted = restore;
        running = new ArchiveRun(
                String.valueOf(operations.size() + 1),
                kind,
                who,
                "RUNNING",
                Instant.now(),
                null,
                0,
                TOTAL,
                today().minusDays(40),
                "EXPORT",
                0,
                0,
                List.of(),
                null);
        return running;
    }

    void release(String id) {
        restores.replaceAll(restore -> restore.id().equals(id)
                ? new ArchiveRestore(
                        id,
                        restore.fromDay(),
                        restore.toDay(),
                        restore.clientId(),
                        "RELEASED",
                        restore.rows(),
                        restore.expiresAt(),
                        restore.createdBy(),
                        restore.createdAt(),
                        Instant.now())
                : restore);
    }

    private @Nullable ArchiveRun at() {
        ArchiveRun run = running;
        if (run == null) {
            return null;
        }
        long passed = Duration.between(run.startedAt(), Instant.now()).toMillis();
        int done = (int) (TOTAL * passed / TAKES.toMillis());
        return new ArchiveRun(
                run.id(),
                run.kind(),
                run.who(),
                run.state(),
                run.startedAt(),
                null,
                Math.min(TOTAL, done),
                TOTAL,
                run.day(),
                run.step(),
                done * 1_200L,
                done * 30_000L,
                List.of(),
                null);
    }

    /** Null when there is no such operation. */
    @Nullable
    ArchiveRun run(String id) {
        finish();
        ArchiveRun run = running == null ? last : at();
        return run != null && run.id().equals(id) ? run : null;
    }

    private synchronized void finish() {
        ArchiveRun run = running;
        if (run == null || run.startedAt().plus(takes).isAfter(Instant.now())) {
            return;
        }
        running = null;
        last = new ArchiveRun(
                run.id(),
                run.kind(),
                run.who(),
                error == null ? "DONE" : "FAILED",
                run.startedAt(),
                Instant.now(),
                TOTAL,
                TOTAL,
                null,
                null,
                0,
                0,
                List.of(),
                error);
        RestoreRequest request = wanted;
        Map<String, String> parameters = request == null
                ? Map.of()
                : Map.of("from", request.from().toString(), "to", request.to().toString());
        operations.add(operation(run.id(), run.kind(), run.who(), parameters, last.state()));
        if (request != null) {
            restores.add(new ArchiveRestore(
                    run.id(),
                    request.from(),
                    request.to(),
                    request.clientId(),
                    "READY",
                    168,
                    Instant.now().plus(Duration.ofDays(7)),
                    run.who(),
                    Instant.now(),
                    null));
        }
    }

    private static ArchiveOperation operation(
            String id, String kind, String who, Map<String, String> parameters, String result) {
        Instant began = Instant.now().minus(Duration.ofHours(9));
        return new ArchiveOperation(
                id,
                who,
                kind,
                parameters,
                began,
                began.plusSeconds(4),
                4.2,
                24_000L,
                640_000L,
                result,
                result.equals("FAILED") ? "the hash of 2026-09-25 does not fit" : null);
    }

    private static LocalDate today() {
        return LocalDate.now(StubFigures.ZONE);
    }
}
