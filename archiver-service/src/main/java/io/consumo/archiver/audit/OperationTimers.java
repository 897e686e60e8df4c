package io.consumo.archiver.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How long operations take, by what they do and how they end. */
@Component
class OperationTimers {

    private final Map<OperationKind, Map<String, Timer>> timers = new EnumMap<>(OperationKind.class);

    OperationTimers(MeterRegistry meters) {
        Arrays.stream(OperationKind.values())
                .forEach(kind -> timers.put(
                        kind, Map.of("done", timer(kind, "done", meters), "failed", timer(kind, "failed", meters))));
    }

    private static Timer timer(OperationKind kind, String result, MeterRegistry meters) {
        return Timer.builder("consumo.archive.operation")
                .description("Time that operations of the archiver took")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("result", result)
                .register(meters);
    }

    void ended(OperationKind kind, boolean done, Duration took) {
        Objects.requireNonNull(Objects.requireNonNull(timers.get(kind)).get(done ? "done" : "failed"))
                .record(took);
    }
}
