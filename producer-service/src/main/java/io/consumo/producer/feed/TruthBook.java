package io.consumo.producer.feed;

import io.consumo.producer.feed.domain.InjectedAnomaly;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Remembers what the simulation injected, and which demonstration this installation has. */
public interface TruthBook {

    List<InjectedAnomaly> anomalies();

    /**
     * Replaces what is written by what the change makes of it; two processes never change it at once.
     *
     * @return what is written afterwards
     */
    List<InjectedAnomaly> change(UnaryOperator<List<InjectedAnomaly>> change);

    Optional<DemoRecord> demo();

    void record(DemoRecord demo);
}
