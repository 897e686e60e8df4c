package io.consumo.consumer.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ingest.IngestProperties;
import io.consumo.stack.TestStores;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** What becomes of a batch that is tried again, when its partitions pass to another consumer meanwhile. */
class RetryIT {

    private static final String TOPIC = "retried";
    private static final String GROUP = "retrying";
    private static final int PARTITIONS = 2;

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestStores.kafka()));
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStores.kafka()), new ByteArraySerializer(), new ByteArraySerializer());

    @BeforeEach
    void makeTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void end() throws Exception {
        producer.close();
        admin.deleteTopics(List.of(TOPIC)).all().get();
        admin.close();
    }

    @Test
    void isNotCommittedByWhoLostThePartition() {
        AtomicBoolean storesAnswer = new AtomicBoolean();
        CountDownLatch failed = new CountDownLatch(1);
        var first = consumer(records -> {
            failed.countDown();
            if (!storesAnswer.get()) {
                throw new IllegalStateException("PostgreSQL is away");
            }
        });
        var second = consumer(records -> {});
        try {
            send(10);
            first.start();
            soon().until(() -> failed.getCount() == 0);
            second.start();
            soon().until(() -> committed().containsValue(10L));
            send(5);
            soon().until(() -> committed().containsValue(15L));

            storesAnswer.set(true);

            soon().untilAsserted(() -> assertThat(committed()).isEqualTo(Map.of(0, 15L, 1, 15L)));
            // A commit of what it was given before would come with that of the rest.
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(committed()).isEqualTo(Map.of(0, 15L, 1, 15L)));
        } finally {
            first.stop();
            second.stop();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static KafkaMessageListenerContainer<byte[], byte[]> consumer(
            BatchMessageListener<byte[], byte[]> listener) {
        ContainerProperties properties = new ContainerProperties(TOPIC);
        properties.setGroupId(GROUP);
        properties.setMessageListener(listener);
        KafkaMessageListenerContainer<byte[], byte[]> container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                "bootstrap.servers",
                                TestStores.kafka(),
                                "auto.offset.reset",
                                "earliest",
                                "heartbeat.interval.ms",
                                "200"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
        container.setCommonErrorHandler(new KafkaIngestConfiguration()
                .waitForTheStores(new IngestProperties(BigDecimal.TEN, Duration.ofMillis(300))));
        return container;
    }

    private void send(int records) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int record = 0; record < records; record++) {
                var unused = producer.send(new ProducerRecord<>(TOPIC, partition, null, new byte[] {1}));
            }
        }
        producer.flush();
    }

    private Map<Integer, Long> committed() throws Exception {
        Map<Integer, Long> committed = new TreeMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one : admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            committed.put(one.getKey().partition(), one.getValue().offset());
        }
        return committed;
    }
}
