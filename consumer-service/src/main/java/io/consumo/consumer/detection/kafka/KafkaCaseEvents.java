package io.consumo.consumer.detection.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.consumer.detection.CaseEvents;
import io.consumo.consumer.ingest.Origins;
import io.consumo.model.Correlation;
import io.consumo.model.Topics;
import io.consumo.model.store.CaseDocument;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Case events on the topic {@code consumo.anomalies}, keyed by client. */
@Component
class KafkaCaseEvents implements CaseEvents {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final JsonMapper json;
    private final Origins origins;

    KafkaCaseEvents(KafkaTemplate<byte[], byte[]> kafka, JsonMapper json, Origins origins) {
        this.origins = origins;
        this.kafka = kafka;
        this.json = json;
    }

    /**
     * What travels: the same event has the same id however often it is sent.
     *
     * @param eventId case id, kind and revision
     * @param anomaly energies in 0.1 Wh, money in hundredths
     */
    record CaseEvent(String eventId, Kind kind, CaseDocument anomaly) {}

    @Override
    public void publish(Kind kind, Collection<CaseDocument> cases) {
        CompletableFuture.allOf(
                        cases.stream().map(one -> kafka.send(record(kind, one))).toArray(CompletableFuture[]::new))
                .join();
    }

    private ProducerRecord<byte[], byte[]> record(Kind kind, CaseDocument one) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.ANOMALIES,
                one.clientId().getBytes(UTF_8),
                json.writeValueAsBytes(new CaseEvent(one.id() + ":" + kind + ":" + one.revision(), kind, one)));
        origins.of(one.clientId()).ifPresent(id -> record.headers().add(Correlation.RECORD_HEADER, id.getBytes(UTF_8)));
        return record;
    }

    /** The topic that this feature owns. */
    @Configuration(proxyBeanMethods = false)
    static class Topic {

        @Bean
        NewTopic anomaliesTopic() {
            return TopicBuilder.name(Topics.ANOMALIES)
                    .partitions(Topics.PARTITIONS)
                    .replicas(1)
                    .build();
        }
    }
}
