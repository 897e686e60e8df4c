package io.consumo.consumer.ingest;

import io.consumo.model.InvalidReading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what is stored and refused, batch by batch. */
@Component
class IngestMeters {

    private static final String WHOLE = InvalidReading.FIELDS.getFirst();

    private final Timer batches;
    private final Counter stored;
    private final Map<String, Counter> buried;

    IngestMeters(MeterRegistry meters) {
        this.batches = Timer.builder("consumo.ingest.batch")
                .description("Time to store a batch, tries that failed among them")
                .register(meters);
        this.stored = Counter.builder("consumo.ingest.readings")
                .description("Readings stored; one that is sent again counts again")
                .register(meters);
        this.buried = InvalidReading.FIELDS.stream()
                .collect(Collectors.toMap(Function.identity(), field -> Counter.builder("consumo.ingest.dead.letters")
                        .description(
                                "Records refused, by the field that is wrong; value: the record is no reading at all")
                        .tag("field", field)
                        .register(meters)));
    }

    void time(Runnable batch) {
        batches.record(batch);
    }

    void done(int readings, Collection<DeadLetters.DeadLetter> refused) {
        stored.increment(readings);
        refused.forEach(letter -> counter(letter.refusal().field()).increment());
    }

    /** Of a field that is new to us, as of the whole: to count must not fail a batch that is stored. */
    private Counter counter(String field) {
        return Objects.requireNonNull(buried.get(buried.containsKey(field) ? field : WHOLE));
    }
}
