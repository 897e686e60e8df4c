package io.consumo.dashboard.backend;

import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what the API did not answer. */
@Component
class FailureCounters {

    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);

    FailureCounters(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("consumo.api.failures")
                            .description("Questions to the API that it did not answer, or refused")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    BackendFailure counted(BackendFailure failure) {
        Objects.requireNonNull(counters.get(failure.kind())).increment();
        return failure;
    }
}
