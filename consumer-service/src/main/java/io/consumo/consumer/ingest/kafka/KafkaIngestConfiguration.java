package io.consumo.consumer.ingest.kafka;

import io.consumo.consumer.ingest.IngestProperties;
import io.consumo.model.Topics;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** The topic that this feature owns, and what happens when a batch fails. */
@Configuration(proxyBeanMethods = false)
class KafkaIngestConfiguration {

    /** Twice what brokers take by default, as the producer's max.request.size in application.yml. */
    private static final int LARGEST_LETTER_BYTES = 2 * 1024 * 1024;

    @Bean
    NewTopic deadLetterTopic() {
        return TopicBuilder.name(Topics.READINGS_DEAD)
                .partitions(Topics.PARTITIONS)
                .replicas(1)
                // Room for the largest reading record with its reason.
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_LETTER_BYTES))
                .build();
    }

    /** Tries a batch again for ever: a store that is down makes the consumer wait, never skip. */
    @Bean
    CommonErrorHandler waitForTheStores(IngestProperties properties) {
        ExponentialBackOff backOff = new ExponentialBackOff();
        backOff.setMaxInterval(properties.longestPause().toMillis());
        DefaultErrorHandler handler = new ReadAgain(backOff);
        // By default some exceptions, for instance of a wrong class, are thought hopeless and skipped at once.
        handler.setClassifications(Map.of(), true);
        // The listener has told it.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    /**
     * Has a batch that failed read again from Kafka. By default the very same records would be tried again, also when
     * their partitions have passed to another consumer meanwhile, and the offset that is committed for them in the end
     * would take back what that one has committed since.
     */
    private static final class ReadAgain extends DefaultErrorHandler {

        ReadAgain(BackOff backOff) {
            super(backOff);
        }

        @Override
        public void handleBatch(
                Exception failure,
                ConsumerRecords<?, ?> records,
                Consumer<?, ?> consumer,
                MessageListenerContainer container,
                Runnable listener) {
            super.handleBatch(
                    new BatchListenerFailedException(String.valueOf(failure.getMessage()), failure, 0),
                    records,
                    consumer,
                    container,
                    listener);
        }
    }
}
