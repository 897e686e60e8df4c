package io.consumo.consumer.status.kafka;

import io.consumo.consumer.status.Lag;
import io.consumo.consumer.status.StoreProbe;
import io.consumo.model.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Compares the group's committed offsets with the ends of the partitions. */
@Component
class KafkaLag implements Lag, StoreProbe, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private final String group;

    KafkaLag(KafkaAdmin kafkaAdmin, KafkaProperties properties) {
        this.admin = Admin.create(kafkaAdmin.getConfigurationProperties());
        this.group = String.valueOf(properties.getConsumer().getGroupId());
    }

    @Override
    public String store() {
        return "Kafka";
    }

    @Override
    public void ask() {
        long unused = records();
    }

    @Override
    public long records() {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.READINGS, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed, end.getKey()))
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking Kafka for the lag", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                // Nothing was ever sent.
                return 0;
            }
            throw new IllegalStateException("Kafka does not tell the lag: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    /** A partition of which nothing was committed yet has all still to be read. */
    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    @Override
    public void destroy() {
        admin.close(Duration.ofSeconds(1));
    }
}
