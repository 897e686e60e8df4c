package io.consumo.consumer.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.consumer.ReadingTopic;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends each reading to both brokers and poison to the disturbed one, until they have it. */
final class Sender implements AutoCloseable {

    private static final int LARGEST_REQUEST = 2 * 1024 * 1024;
    private static final int PATIENCE_MILLIS = 180_000;

    private final KafkaProducer<byte[], byte[]> disturbed;
    private final KafkaProducer<byte[], byte[]> undisturbed;
    private final Map<String, DeadLetter> poison = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Sender(String disturbed, String undisturbed) {
        this.disturbed = producer(disturbed);
        this.undisturbed = producer(undisturbed);
    }

    private static KafkaProducer<byte[], byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.request.size",
                        LARGEST_REQUEST,
                        "max.block.ms",
                        PATIENCE_MILLIS,
                        "request.timeout.ms",
                        5000,
                        "delivery.timeout.ms",
                        PATIENCE_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(Reading reading) {
        byte[] key = reading.clientId().getBytes(UTF_8);
        byte[] value = ReadingJson.write(reading, ReadingTopic.MADRID);
        Callback told = (where, refused) -> note(refused);
        var unused = undisturbed.send(new ProducerRecord<>(Topics.READINGS, key, value), told);
        var unusedToo = disturbed.send(new ProducerRecord<>(Topics.READINGS, key, value), told);
    }

    void sendPoison(byte @Nullable [] value) {
        byte[] key = ("poison-" + poison.size()).getBytes(UTF_8);
        var unused = disturbed.send(new ProducerRecord<>(Topics.READINGS, key, value), (where, refused) -> {
            note(refused);
            if (refused == null) {
                poison.put(where.partition() + ":" + where.offset(), new DeadLetter(key, value));
            }
        });
    }

    private void note(@Nullable Exception refused) {
        if (refused != null) {
            failure.compareAndSet(null, refused);
        }
    }

    /** Returns when both brokers have acknowledged all; throws when they refused something. */
    void flush() {
        undisturbed.flush();
        disturbed.flush();
        Exception refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException("The broker did not take all", refused);
        }
    }

    /** All poison that the broker acknowledged, by partition and offset. */
    Map<String, DeadLetter> poison() {
        return poison;
    }

    @Override
    public void close() {
        disturbed.close();
        undisturbed.close();
    }
}
