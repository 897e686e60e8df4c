package io.consumo.producer.feed.kafka;

import io.consumo.model.Topics;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.SendingFailed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/** The topic that the producer owns. */
@Component
class ReadingsTopic {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(50);

    private final FeedProperties settings;

    ReadingsTopic(FeedProperties settings) {
        this.settings = settings;
    }

    /** Makes the topic, or brings its settings to ours. */
    void ensure() {
        try (Admin admin = Admin.create(adminSettings())) {
            Map<String, String> config = config();
            create(admin, config);
            finish(admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.READINGS),
                            config.entrySet().stream()
                                    .map(entry -> new AlterConfigOp(
                                            new ConfigEntry(entry.getKey(), entry.getValue()), OpType.SET))
                                    .toList()))
                    .all());
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private void create(Admin admin, Map<String, String> config) {
        NewTopic topic = new NewTopic(Topics.READINGS, Optional.of(Topics.PARTITIONS), Optional.empty());
        try {
            finish(admin.createTopics(List.of(topic.configs(config))).all());
            awaitLeaders(admin);
        } catch (TopicExistsException e) {
            // As it should be after the first start.
        }
    }

    /**
     * Only a leader tells offsets. Of what is sent before a partition has one, the first batch may be refused and a later one
     * taken, which then stands in the first one's way until it is given up. For a moment the new topic may be unknown.
     */
    private void awaitLeaders(Admin admin) {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.READINGS, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        new RetryTemplate(RetryPolicy.builder()
                        .includes(UnknownTopicOrPartitionException.class)
                        .delay(LOOK_AGAIN_AFTER)
                        .maxRetries(Long.MAX_VALUE)
                        .timeout(settings.patience())
                        .build())
                .invoke(() -> finish(admin.listOffsets(ends).all()));
    }

    /** Kept by the time of sending, not of measuring: history that is sent today stays as long as today's readings. */
    private Map<String, String> config() {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(settings.retention().toMillis()));
    }

    private Map<String, Object> adminSettings() {
        int patience = Math.toIntExact(settings.patience().toMillis());
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    }

    private static void finish(KafkaFuture<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private SendingFailed unreachable(KafkaException cause) {
        Duration patience = settings.patience();
        return new SendingFailed(
                "Kafka at " + settings.kafka() + " (CONSUMO_KAFKA) gave no topic " + Topics.READINGS + " within "
                        + patience.toSeconds() + " s: " + cause.getMessage(),
                cause);
    }
}
