package io.consumo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends readings as the producer service does, and tells when one was not taken. */
final class TopicFiller implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final ZoneId zone;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long sent;

    TopicFiller(Installed installed) throws InterruptedException, ExecutionException {
        this.zone = installed.zone();
        try (Admin admin = installed.admin()) {
            for (String topic : List.of(Topics.READINGS, Topics.ARCHIVED_DAYS)) {
                make(admin, topic);
            }
        }
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        installed.kafka(),
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        "batch.size",
                        131_072,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void make(Admin admin, String topic) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    void send(Reading reading) {
        var unused = producer.send(
                new ProducerRecord<>(
                        Topics.READINGS, reading.clientId().getBytes(UTF_8), ReadingJson.write(reading, zone)),
                (metadata, problem) -> {
                    if (problem != null) {
                        failure.set(problem);
                    }
                });
        sent++;
    }

    /** How many readings are safe in the topic. */
    long flush() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("The topic did not take all readings", problem);
        }
        return sent;
    }

    @Override
    public void close() {
        producer.close();
    }
}
