package io.consumo.consumer.garbage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ConsumerTest;
import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.detection.Backlog;
import io.consumo.model.Energy;
import io.consumo.model.InvalidReading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.Topics;
import io.consumo.stack.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Garbage between good readings; {@code -Dconsumo.garbage=N} sends N records of it. */
@ConsumerTest
class GarbageIT {

    private static final int GARBAGE = Integer.getInteger("consumo.garbage", 20_000);
    private static final int GARBAGE_PER_GOOD = 4;
    private static final int HOURS_PER_CLIENT = 720;
    private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");
    private static final int MEGABYTE = 1 << 20;

    private final ReadingRules rules =
            new ReadingRules(ReadingTopic.MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, InstantSource.system());
    private final Random random = new Random(4);
    private final Map<String, Integer> bad = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long good;
    private long mutantsThatAreGood;

    @Autowired
    private Backlog backlog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void allGoodReadingsAreStoredAndTheDeadLettersHoldExactlyTheBad() {
        long before = arrived();
        long begun = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> topic = producer("none")) {
            for (int number = 0; number < GARBAGE; number++) {
                sendGarbage(topic);
                if (number % GARBAGE_PER_GOOD == 0) {
                    sendGood(topic, good++);
                }
            }
        }
        assertThat(failure.get()).isNull();
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(250))
                .until(backlog::isEmpty);
        System.out.printf(
                "%,d records of garbage between %,d good readings: %.1f s%n",
                bad.size(), good + mutantsThatAreGood, (System.nanoTime() - begun) / 1e9);

        assertThat(storedSlots("good-%")).isEqualTo(good);
        assertThat(storedEnergy("good-%")).isEqualTo(good * (good - 1) / 2);
        assertThat(arrived() - before).isEqualTo(good + mutantsThatAreGood);
        assertThat(listeners.getListenerContainers()).allMatch(container -> container.isRunning());
        assertDeadLettersAreTheBad();
    }

    @Test
    void aRecordThatGrowsBeyondTheBrokersLimitIsKeptCut() {
        byte[] value = ("{\"clientId\":\"" + " ".repeat(9 * MEGABYTE)).getBytes(UTF_8);
        try (KafkaProducer<byte[], byte[]> topic = producer("gzip")) {
            send(topic, "packed".getBytes(UTF_8), value, false);
        }
        await().atMost(Duration.ofSeconds(30)).until(backlog::isEmpty);
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
        ReadingTopic.forEach(Topics.READINGS_DEAD, letter -> {
            if (Arrays.equals(letter.key(), "packed".getBytes(UTF_8))) {
                found.set(letter);
            }
        });
        ConsumerRecord<byte[], byte[]> letter = found.get();
        assertThat(letter).isNotNull();
        assertThat(header(letter, Topics.DEAD_REASON)).isEqualTo("value: is not JSON");
        assertThat(header(letter, Topics.DEAD_CUT)).isEqualTo(String.valueOf(value.length));
        assertThat(letter.value()).isEqualTo(Arrays.copyOf(value, letter.value().length));
    }

    /** Four in five are bad whatever happens; the fifth is a good reading but for a few bytes. */
    private void sendGarbage(KafkaProducer<byte[], byte[]> topic) {
        if (random.nextInt(5) > 0) {
            send(topic, key(), Garbage.next(random), false);
        } else {
            byte[] mutant = Garbage.mutant(random);
            boolean isReading = isReading(mutant);
            mutantsThatAreGood += isReading ? 1 : 0;
            send(topic, key(), mutant, isReading);
        }
    }

    private boolean isReading(byte[] value) {
        try {
            return ReadingJson.read(value, rules, 1).revision() == 1;
        } catch (InvalidReading e) {
            return false;
        }
    }

    /** Whatever the key: it decides the partition and nothing else. */
    private byte @Nullable [] key() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new byte[random.nextInt(40)];
            default -> ("key-" + random.nextInt(1000)).getBytes(UTF_8);
        };
    }

    private void sendGood(KafkaProducer<byte[], byte[]> topic, long number) {
        String client = "good-" + number / HOURS_PER_CLIENT;
        String json = "{\"clientId\":\"%s\",\"start\":\"%s\",\"kwh\":%s}"
                .formatted(client, FIRST.plus(Duration.ofHours(number % HOURS_PER_CLIENT)), new Energy(number).toKwh());
        byte[] key = number % 5 == 0 ? key() : client.getBytes(UTF_8);
        send(topic, key, json.getBytes(UTF_8), true);
    }

    private void send(
            KafkaProducer<byte[], byte[]> topic, byte @Nullable [] key, byte @Nullable [] value, boolean isReading) {
        Future<?> unused = topic.send(new ProducerRecord<>(Topics.READINGS, key, value), (sent, refused) -> {
            if (refused != null) {
                failure.set(refused);
            } else if (!isReading) {
                bad.put(sent.partition() + ":" + sent.offset(), fingerprint(key, value));
            }
        });
    }

    private static int fingerprint(byte @Nullable [] key, byte @Nullable [] value) {
        return 31 * Arrays.hashCode(key) + Arrays.hashCode(value);
    }

    private void assertDeadLettersAreTheBad() {
        Map<String, Integer> left = new HashMap<>(bad);
        ReadingTopic.forEach(Topics.READINGS_DEAD, letter -> {
            if (letter.headers().lastHeader(Topics.DEAD_CUT) != null) {
                return;
            }
            String source = header(letter, "consumo-source");
            assertThat(left.remove(source)).as(source).isEqualTo(fingerprint(letter.key(), letter.value()));
            assertThat(header(letter, Topics.DEAD_REASON))
                    .matches("(value|clientId|start|minutes|kwh|quality|revision): .+");
        });
        assertThat(left).isEmpty();
    }

    private long arrived() {
        return jdbc.sql("select coalesce(sum(readings), 0) from ingest_progress")
                .query(Long.class)
                .single();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private long storedSlots(String clients) {
        return stored("count(value)", clients);
    }

    private long storedEnergy(String clients) {
        return stored("coalesce(sum(value), 0)", clients);
    }

    private long stored(String what, String clients) {
        return jdbc.sql("select " + what
                        + " from daily_consumption, unnest(energy) as value where client_id like :clients")
                .param("clients", clients)
                .query(Long.class)
                .single();
    }

    private static KafkaProducer<byte[], byte[]> producer(String compression) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestStores.kafka(),
                        "max.request.size",
                        16 * MEGABYTE,
                        "linger.ms",
                        5,
                        "compression.type",
                        compression),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
