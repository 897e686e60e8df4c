package io.consumo.archiver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.Page;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Map<String, String> PARAMETERS = Map.of("olderThan", "30");

    private final InMemoryOperationLog log = new InMemoryOperationLog();
    private final Audit audit = new Audit(log, () -> NOW, new OperationTimers(new SimpleMeterRegistry()));

    @Test
    void recordsTheBeginningBeforeTheWorkAndTheOutcomeAfterIt() {
        audit.recorded(
                "ana", OperationKind.DRY_RUN, PARAMETERS, () -> log.entries.add("work"), done -> new Outcome(7, 70));

        assertThat(log.entries)
                .containsExactly("1 begins: ana DRY_RUN {olderThan=30}", "work", "1 done: 7 rows 70 bytes");
    }

    @Test
    void recordsAFailureAndLetsItThrough() {
        assertThatThrownBy(() -> failing()).hasMessage("no disk");

        assertThat(log.entries)
                .containsExactly(
                        "1 begins: ana DRY_RUN {olderThan=30}", "1 failed: java.lang.IllegalStateException: no disk");
    }

    @Test
    void tellsTheFirstFailureEvenWhenItCannotBeRecorded() {
        log.broken = true;
        assertThatThrownBy(() -> failing()).hasMessage("no disk");
    }

    private Outcome failing() {
        return audit.recorded(
                "ana",
                OperationKind.DRY_RUN,
                PARAMETERS,
                () -> {
                    throw new IllegalStateException("no disk");
                },
                (Outcome outcome) -> outcome);
    }

    private static final class InMemoryOperationLog implements OperationLog {

        private final List<String> entries = new ArrayList<>();
        private boolean broken;

        @Override
        public long begin(String who, OperationKind kind, Map<String, String> parameters, Instant at) {
            entries.add("1 begins: " + who + " " + kind + " " + parameters);
            return 1;
        }

        @Override
        public void done(long id, Outcome outcome, Instant at) {
            entries.add(id + " done: " + outcome.rows() + " rows " + outcome.bytes() + " bytes");
        }

        @Override
        public void failed(long id, Outcome outcome, String error, Instant at) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            entries.add(id + " failed: " + error);
        }

        @Override
        public Optional<ArchiveRun> find(String id) {
            return Optional.empty();
        }

        @Override
        public Page<ArchiveOperation> find(OperationFilter filter, int page, int size) {
            return Page.of(List.of(), size, page, 0);
        }

        @Override
        public Optional<Instant> lastStarted(String who, OperationKind kind) {
            return Optional.empty();
        }
    }
}
