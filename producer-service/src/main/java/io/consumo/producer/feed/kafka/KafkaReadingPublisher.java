package io.consumo.producer.feed.kafka;

import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.ReadingPublisher;
import io.consumo.producer.feed.SendingFailed;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/** Sends readings to the topic, a client's all to the same partition. */
@Component
class KafkaReadingPublisher implements ReadingPublisher {

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MILLIS = 20;
    private static final int DELIVERY_MILLIS = 30_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final FeedProperties settings;
    private final ReadingsTopic topic;

    KafkaReadingPublisher(FeedProperties settings, ReadingsTopic topic) {
        this.settings = settings;
        this.topic = topic;
    }

    @Override
    public void prepare() {
        topic.ensure();
    }

    @Override
    public Outgoing open() {
        try {
            return new KafkaOutgoing(
                    new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer()),
                    settings.zone());
        } catch (KafkaException e) {
            throw new SendingFailed(
                    "Kafka at " + settings.kafka() + " (CONSUMO_KAFKA) cannot be used: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        }
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka(),
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
    }
}
