package io.consumo.consumer.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.consumer.ingest.Origins;
import io.consumo.model.store.CaseDocument;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordChangesTest {

    private final List<String> done = new ArrayList<>();

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
                        "written",
                        "written",
                        "withdrawn");
    }

    private void record(CaseEvents events) {
        new RecordChanges(new RecordingStore(), events, new Origins(), new SimpleMeterRegistry())
                .record(new CaseChanges(List.of(), List.of(), List.of()), 1);
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
            throw new AssertionError("nothing is to be read");
        }

        @Override
        public void write(Collection<CaseDocument> cases) {
            done.add("written");
        }

        @Override
        public void withdraw(Collection<CaseDocument> cases, long revision) {
            done.add("withdrawn");
        }
    }
}
