package io.consumo.producer.feed.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.model.Correlation;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import io.consumo.producer.feed.ReadingPublisher.Outgoing;
import io.consumo.producer.feed.SendingFailed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One run of sends; the producer's own buffer bounds what is under way. */
class KafkaOutgoing implements Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutgoing.class);

    private final Producer<String, byte[]> producer;
    private final ZoneId zone;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private List<Header> headers = headers();
    private long sent;

    KafkaOutgoing(Producer<String, byte[]> producer, ZoneId zone) {
        this.producer = producer;
        this.zone = zone;
    }

    @Override
    public void send(Reading reading) {
        requireNoFailure();
        try {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(
                            Topics.READINGS, null, reading.clientId(), ReadingJson.write(reading, zone), headers),
                    (metadata, exception) -> failure.compareAndSet(null, exception));
        } catch (KafkaException e) {
            throw failed(e);
        }
        sent++;
    }

    /** What is sent until the next flush is one sweep, and has one id: that of the request that wants it, if one does. */
    private static List<Header> headers() {
        String id = Objects.requireNonNullElseGet(MDC.get(Correlation.LOG_KEY), Correlation::fresh);
        return List.of(new RecordHeader(Correlation.RECORD_HEADER, id.getBytes(UTF_8)));
    }

    @Override
    public void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            throw failed(e);
        }
        requireNoFailure();
        if (sent > 0) {
            LOG.info(
                    "Sent {} readings as {}",
                    sent,
                    new String(headers.getFirst().value(), UTF_8));
        }
        sent = 0;
        headers = headers();
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
