package io.consumo.api.readings;

import io.consumo.model.InvalidReading;
import io.consumo.model.api.ReadingsAccepted;
import io.consumo.model.api.ReadingsAccepted.Rejection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what requests sent, request by request. */
@Component
class AcceptedMeters {

    private static final String WHOLE = InvalidReading.FIELDS.getFirst();

    private final Counter accepted;
    private final Map<String, Counter> rejected;

    AcceptedMeters(MeterRegistry meters) {
        this.accepted = Counter.builder("consumo.readings.accepted")
                .description("Readings of requests that are safe with Kafka")
                .register(meters);
        this.rejected = InvalidReading.FIELDS.stream()
                .collect(Collectors.toMap(Function.identity(), field -> Counter.builder("consumo.readings.rejected")
                        .description("Readings of requests that were refused, by the field that is wrong")
                        .tag("field", field)
                        .register(meters)));
    }

    ReadingsAccepted counted(ReadingsAccepted answer) {
        accepted.increment(answer.accepted());
        answer.rejected().stream()
                .map(Rejection::field)
                .map(field -> rejected.containsKey(field) ? field : WHOLE)
                .forEach(field -> Objects.requireNonNull(rejected.get(field)).increment());
        return answer;
    }
}
