package io.consumo.api.anomalies.kafka;

import io.consumo.api.anomalies.DecidedCase;
import io.consumo.api.anomalies.DecisionEvents;
import io.consumo.model.Topics;
import io.consumo.model.store.CaseDocument;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decided cases on the topic {@code consumo.anomalies}, keyed by client, beside the consumer's events. */
@Component
class KafkaDecisionEvents implements DecisionEvents {

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper json;

    KafkaDecisionEvents(KafkaTemplate<String, byte[]> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    /** Of the consumer's form; the same decision has the same id however often it is sent. */
    record Event(String eventId, String kind, CaseDocument anomaly) {}

    @Override
    public void publish(DecidedCase decided) {
        CaseDocument judged = decided.judged();
        String kind = decided.status().isClosed() ? "CLOSED" : "CHANGED";
        CaseDocument told = judged.becoming(decided.status(), judged.updatedAt(), judged.revision());
        String eventId =
                judged.id() + ":" + kind + ":decision-" + decided.decision().version();
        kafka.send(Topics.ANOMALIES, judged.clientId(), json.writeValueAsBytes(new Event(eventId, kind, told)))
                .join();
    }
}
