package io.consumo.producer.feed.kafka;

import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import io.consumo.producer.feed.ReadingPublisher.Outgoing;
import io.consumo.producer.feed.SendingFailed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One run of sends; the producer's own buffer bounds what is under way. */
class KafkaOutgoing implements Outgoing {

    private final Producer<String, byte[]> producer;
    private final ZoneId zone;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    KafkaOutgoing(Producer<String, byte[]> producer, ZoneId zone) {
        this.producer = producer;
        this.zone = zone;
    }

    @Override
    public void send(Reading reading) {
        requireNoFailure();
        try {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(Topics.READINGS, reading.clientId(), ReadingJson.write(reading, zone)),
                    (metadata, exception) -> failure.compareAndSet(null, exception));
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            throw failed(e);
        }
        requireNoFailure();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void requireNoFailure() {
        Exception exception = failure.get();
        if (exception != null) {
            throw failed(exception);
        }
    }

    private static SendingFailed failed(Exception cause) {
        return new SendingFailed("Kafka did not take all readings: " + cause.getMessage(), cause);
    }
}
