package io.consumo.api.readings.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.readings.ReadingSender;
import io.consumo.api.readings.ReadingsNotTaken;
import io.consumo.api.readings.ReadingsProperties;
import io.consumo.model.Correlation;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.MDC;
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
            List<Header> headers = headers();
            for (Reading reading : readings) {
                var result = kafka.send(new ProducerRecord<>(
                        Topics.READINGS, null, reading.clientId(), ReadingJson.write(reading, zone), headers));
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

    /** By which a reading is found again in the consumer's log: the id of the request that brought it. */
    private static List<Header> headers() {
        return Optional.ofNullable(MDC.get(Correlation.LOG_KEY))
                .map(id -> (Header) new RecordHeader(Correlation.RECORD_HEADER, id.getBytes(UTF_8)))
                .stream()
                .toList();
    }
}
