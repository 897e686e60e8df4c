package io.consumo.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.consumo.model.Correlation;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import io.consumo.model.store.StoredDay;
import io.consumo.stack.TestStores;
import io.consumo.stack.WholeTopic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The topics as tests use them: sends readings and rubbish, and reads dead letters and events. */
public final class ReadingTopic implements AutoCloseable {

    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStores.kafka()), new ByteArraySerializer(), new ByteArraySerializer());

    private final List<Future<?>> sent = new ArrayList<>();

    /** Takes all topics and the consumers' offsets away and makes the readings' topic anew. */
    public static void renew() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestStores.kafka()))) {
            Set<String> old = admin.listTopics().names().get();
            admin.deleteTopics(old).all().get();
            await().until(() -> admin.listTopics().names().get().isEmpty());
            create(admin, Topics.READINGS, Topics.ARCHIVED_DAYS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns when each partition has its leader, which alone tells offsets. Of what is sent before, the first batch may be
     * refused and a later one taken, which then stands in the first one's way for two minutes.
     */
    public static void create(Admin admin, String... topics) throws InterruptedException, ExecutionException {
        admin.createTopics(Stream.of(topics)
                        .map(topic -> new NewTopic(topic, Topics.PARTITIONS, (short) 1))
                        .toList())
                .all()
                .get();
        Map<TopicPartition, OffsetSpec> ends = Stream.of(topics)
                .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        // For a moment the new topic may be unknown.
        await().ignoreExceptionsMatching(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
                .until(() -> admin.listOffsets(ends).all().get() != null);
    }

    public void send(Reading reading) {
        send(reading.clientId(), ReadingJson.write(reading, MADRID));
    }

    public void send(String key, byte[] value) {
        sent.add(producer.send(new ProducerRecord<>(Topics.READINGS, key.getBytes(UTF_8), value)));
    }

    /** As part of a request. */
    public void send(String key, byte[] value, String correlation) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.READINGS, key.getBytes(UTF_8), value);
        record.headers().add(Correlation.RECORD_HEADER, correlation.getBytes(UTF_8));
        sent.add(producer.send(record));
    }

    /** As the archiver tells a day that late readings changed. */
    public void sendArchived(StoredDay day) {
        sendArchived(day.clientId(), JSON.writeValueAsBytes(day));
    }

    /** As told at some moment. */
    public void sendArchived(StoredDay day, Instant told) {
        byte[] key = day.clientId().getBytes(UTF_8);
        sent.add(producer.send(new ProducerRecord<>(
                Topics.ARCHIVED_DAYS, null, told.toEpochMilli(), key, JSON.writeValueAsBytes(day))));
    }

    public void sendArchived(String key, byte @Nullable [] value) {
        sent.add(producer.send(new ProducerRecord<>(Topics.ARCHIVED_DAYS, key.getBytes(UTF_8), value)));
    }

    /** Returns when all that was sent is in the topic. */
    public void flush() {
        producer.flush();
        sent.forEach(Future::resultNow);
        sent.clear();
    }

    /** All hours of a local day, with the given revision. */
    public static List<Reading> day(String client, LocalDate day, long revision, IntToDoubleFunction kwhOfHour) {
        List<Reading> readings = new ArrayList<>();
        Instant end = day.plusDays(1).atStartOfDay(MADRID).toInstant();
        for (Instant start = day.atStartOfDay(MADRID).toInstant();
                start.isBefore(end);
                start = start.plusSeconds(3600)) {
            readings.add(new Reading(
                    client,
                    start,
                    IntervalLength.HOUR,
                    Energy.ofKwh(kwhOfHour.applyAsDouble(start.atZone(MADRID).getHour())),
                    Quality.MEASURED,
                    revision));
        }
        return readings;
    }

    /** What the topic holds, from its beginning, once there are that many records. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStores.kafka(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
            return records;
        }
    }

    /** Visits what the topic holds, from its beginning to its present end. */
    public static void forEach(String topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        WholeTopic.forEach(TestStores.kafka(), topic, visitor);
    }

    @Override
    public void close() {
        producer.close();
    }
}
