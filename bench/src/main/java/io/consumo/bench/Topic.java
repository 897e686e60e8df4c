package io.consumo.bench;

import io.consumo.model.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The readings' topic, read from its beginning and without a group. */
final class Topic {

    private Topic() {}

    static void assignAll(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(consumer.partitionsFor(Topics.READINGS).stream()
                .map(info -> new TopicPartition(Topics.READINGS, info.partition()))
                .toList());
    }
}
