package io.consumo.producer.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.Topics;
import io.consumo.producer.ProducerStores;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.ReadingPublisher.Outgoing;
import io.consumo.producer.feed.SendingFailed;
import io.consumo.stack.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class KafkaReadingPublisherIT {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private static KafkaReadingPublisher publisher(String kafka) {
        FeedProperties settings = new FeedProperties(
                ProducerStores.MADRID,
                kafka,
                Duration.ofDays(14),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                42,
                60,
                Path.of("truth.csv"),
                new FeedProperties.Demo(FeedProperties.DemoMode.OFF, 50, 45));
        return new KafkaReadingPublisher(settings, new ReadingsTopic(settings));
    }

    private static Reading reading(int client) {
        return new Reading(
                "IT-" + client,
                START.plusSeconds(client % 24 * 3600L - 86_400),
                IntervalLength.HOUR,
                new Energy(client),
                client % 2 == 0 ? Quality.MEASURED : Quality.ESTIMATED,
                client);
    }

    @Test
    void makesTheTopicAndKeepsReadingsFourteenDaysFromTheirSending() throws ExecutionException, InterruptedException {
        KafkaReadingPublisher publisher = publisher(TestStores.kafka());
        publisher.prepare();
        publisher.prepare();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStores.kafka()))) {
            assertThat(admin.describeTopics(List.of(Topics.READINGS))
                            .allTopicNames()
                            .get()
                            .get(Topics.READINGS)
                            .partitions())
                    .hasSize(12);
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.READINGS);
            Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
            assertThat(config.get("retention.ms").value()).isEqualTo("1209600000");
        }
    }

    @Test
    void deliversEachReadingAsTheConsumerReadsIt() {
        KafkaReadingPublisher publisher = publisher(TestStores.kafka());
        publisher.prepare();
        List<Reading> readings = IntStream.range(0, 5000)
                .mapToObj(KafkaReadingPublisherIT::reading)
                .toList();
        try (ProducerStores.Topic topic = ProducerStores.empty().topicFromNowOn()) {
            try (Outgoing outgoing = publisher.open()) {
                readings.forEach(outgoing::send);
                outgoing.flush();
            }
            assertThat(topic.readings()).containsExactlyInAnyOrderElementsOf(readings);
        }
    }

    @Test
    void saysWhichBrokerDoesNotAnswer() {
        assertThatThrownBy(() -> publisher("localhost:1").prepare())
                .isInstanceOf(SendingFailed.class)
                .hasMessageStartingWith("Kafka at localhost:1 (CONSUMO_KAFKA)");
        assertThatThrownBy(() -> publisher("nowhere.invalid:9092").prepare())
                .isInstanceOf(SendingFailed.class)
                .hasMessageContaining("nowhere.invalid");
    }
}
