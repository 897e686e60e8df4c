package io.consumo.api.readings.kafka;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.readings.ReadingSender;
import io.consumo.api.readings.ReadingsNotTaken;
import io.consumo.api.readings.ReadingsProperties;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

@Component
class KafkaReadingSender implements ReadingSender {

    private final KafkaTemplate<String, byte[]> kafka;
    private final ZoneId zone;
    private final Duration timeout;

    KafkaReadingSender(KafkaTemplate<String, byte[]> kafka, ConsumoProperties consumo, ReadingsProperties settings) {
        this.kafka = kafka;
        this.zone = consumo.zone();
        this.timeout = settings.sendTimeout();
    }

    @Override
    public void send(List<Reading> readings) {
        try {
            List<CompletableFuture<?>> sent = new ArrayList<>(readings.size());
            for (Reading reading : readings) {
                var result = kafka.send(Topics.READINGS, reading.clientId(), ReadingJson.write(reading, zone));
                if (result.isCompletedExceptionally()) {
                    // Without a broker each further one would wait as long for nothing.
                    result.join();
                }
                sent.add(result);
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ReadingsNotTaken(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | KafkaException | CompletionException e) {
            throw new ReadingsNotTaken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingsNotTaken(e);
        }
    }
}
