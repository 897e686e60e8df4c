package io.consumo.archiver.archive.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.archiver.archive.ChangedDays;
import io.consumo.model.Topics;
import io.consumo.model.store.StoredDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The topic {@code consumo.archived-days}: key the client, value its day as JSON. Connects only when there is news. */
@Component
class KafkaListeners implements ChangedDays.Listeners {

    private final KafkaProperties properties;
    private final JsonMapper json;

    KafkaListeners(KafkaProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
    }

    /** The topic did not take all; they are told again. */
    static final class NotTold extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotTold(Throwable cause) {
            super("Kafka did not take what has changed: " + cause.getMessage(), cause);
        }
    }

    @Override
    public void tell(Map<String, StoredDay> days) {
        makeTopic();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            days.forEach((client, day) -> sent.add(producer.send(
                    new ProducerRecord<>(Topics.ARCHIVED_DAYS, client.getBytes(UTF_8), json.writeValueAsBytes(day)))));
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTold(e);
        } catch (ExecutionException e) {
            throw new NotTold(e.getCause() == null ? e : e.getCause());
        }
    }

    private void makeTopic() {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.ARCHIVED_DAYS, Optional.of(Topics.PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTold(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new NotTold(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private Map<String, Object> settings() {
        int timeout = (int) properties.timeout().toMillis();
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                properties.servers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                timeout,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeout,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2 * timeout,
                "default.api.timeout.ms",
                timeout);
    }
}
