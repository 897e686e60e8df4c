package io.consumo.consumer.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.consumer.ingest.Origins;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.CaseDocument.Range;
import io.consumo.model.store.CaseDocument.Words;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordChangesTest {

    private final List<String> done = new ArrayList<>();
    private final Set<String> decidedMeanwhile = new HashSet<>();

    /** Otherwise the next try would find the cases as they should be, and tell nobody of them. */
    @Test
    void writesNoCaseOfWhichNobodyCouldBeTold() {
        CaseEvents away = (kind, cases) -> {
            throw new IllegalStateException("Kafka is away");
        };

        assertThatThrownBy(() -> record(away)).hasMessage("Kafka is away");

        assertThat(done).isEmpty();
    }

    @Test
    void writesWhatWasTold() {
        record((kind, cases) -> done.add("told " + kind));

        assertThat(done)
                .containsExactly(
                        "told OPENED",
                        "told CLOSED",
                        "told CHANGED",
                        "told WITHDRAWN",
                        "written 0",
                        "written 0",
                        "withdrawn");
    }

    /** While others are told, which takes as long as Kafka does. */
    @Test
    void keepsACaseThatSomebodyDecidesWhileItIsWithdrawn() {
        CaseDocument decided = zero("decided");
        decidedMeanwhile.add("decided");

        record(
                (kind, cases) -> done.add("told " + kind + " " + cases.size()),
                new CaseChanges(List.of(), List.of(), List.of(decided, zero("other"))));

        assertThat(done).endsWith("withdrawn", "written 1", "told CHANGED 1");
    }

    private void record(CaseEvents events) {
        record(events, new CaseChanges(List.of(), List.of(), List.of()));
    }

    private void record(CaseEvents events, CaseChanges changes) {
        new RecordChanges(new RecordingStore(), events, new Origins(), new SimpleMeterRegistry()).record(changes, 1);
    }

    private static CaseDocument zero(String id) {
        return new CaseDocument(
                id,
                "client",
                AnomalyType.FRAUD,
                AnomalySubtype.ZERO,
                Severity.HIGH,
                70,
                CaseStatus.OPEN,
                "2026-11-12",
                "2026-11-22",
                "2026-11-18",
                0,
                1_000,
                Range.NONE,
                Range.NONE,
                "EUR",
                0,
                null,
                new Words("fraud.zero", Map.of()),
                new Words("cleared.fraud.zero", Map.of()),
                List.of(),
                List.of(),
                Map.of(),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private final class RecordingStore implements CaseStore {

        @Override
        public List<CaseDocument> ofClients(Collection<String> clientIds) {
            throw new AssertionError("nothing is to be read");
        }

        @Override
        public List<CaseDocument> silent() {
            throw new AssertionError("nothing is to be read");
        }

        @Override
        public Set<String> decided(Collection<String> caseIds) {
            return done.contains("withdrawn") ? decidedMeanwhile : Set.of();
        }

        @Override
        public void write(Collection<CaseDocument> cases) {
            done.add("written " + cases.size());
        }

        @Override
        public void withdraw(Collection<CaseDocument> cases, long revision) {
            done.add("withdrawn");
        }
    }
}
