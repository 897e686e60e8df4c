package io.consumo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/**
 * When a consumer that does nothing but read has the readings that are waited for: what sending, Kafka and the machine
 * take by themselves.
 */
final class Arrivals implements AutoCloseable {

    private final Map<String, Long> dueAt;
    private final Map<String, Double> seconds = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;

    /** @param dueAt by client, when its reading was due; clients come while this watches, before their readings are sent */
    Arrivals(Installed installed, Map<String, Long> dueAt) {
        this.dueAt = dueAt;
        consumer = installed.reader();
        Topic.assignAll(consumer);
        consumer.seekToEnd(consumer.assignment());
        // Positions are looked up when they are asked for, which must not be after the first reading.
        consumer.assignment().forEach(consumer::position);
        reader = Thread.ofPlatform().name("arrivals").start(this::read);
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    String client = new String(record.key(), UTF_8);
                    Long due = dueAt.get(client);
                    if (due != null) {
                        seconds.putIfAbsent(client, (System.nanoTime() - due) / 1e9);
                    }
                }
            }
        } catch (WakeupException e) {
            // That is all.
        }
    }

    /** By client, from when its reading was due. */
    Map<String, Double> seconds() {
        return seconds;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
