package io.consumo.producer.feed;

import io.consumo.producer.feed.domain.InjectedAnomaly;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A truth book that is forgotten with the test. */
final class InMemoryTruthBook implements TruthBook {

    private List<InjectedAnomaly> anomalies = List.of();
    private Optional<DemoRecord> demo = Optional.empty();

    @Override
    public synchronized List<InjectedAnomaly> anomalies() {
        return anomalies;
    }

    @Override
    public synchronized List<InjectedAnomaly> change(UnaryOperator<List<InjectedAnomaly>> change) {
        anomalies = List.copyOf(change.apply(anomalies));
        return anomalies;
    }

    @Override
    public synchronized Optional<DemoRecord> demo() {
        return demo;
    }

    @Override
    public synchronized void record(DemoRecord record) {
        demo = Optional.of(record);
    }
}
