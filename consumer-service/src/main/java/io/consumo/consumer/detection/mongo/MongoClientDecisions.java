package io.consumo.consumer.detection.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.detection.ClientDecisions;
import io.consumo.consumer.detection.domain.ClientDecision;
import io.consumo.model.store.ClientDecisionDocument;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Decisions in the collection {@code client_decisions}, which the API owns. */
@Repository
class MongoClientDecisions implements ClientDecisions {

    private final MongoCollection<ClientDecisionDocument> decisions;

    MongoClientDecisions(MongoClient mongo, MongoDatabaseName database) {
        this.decisions = mongo.getDatabase(database.value())
                .getCollection(ClientDecisionDocument.COLLECTION, ClientDecisionDocument.class);
    }

    @Override
    public Map<String, ClientDecision> find(Collection<String> clientIds) {
        Map<String, ClientDecision> found = new HashMap<>();
        decisions.find(in("_id", clientIds)).forEach(one -> found.put(one.clientId(), decision(one)));
        return found;
    }

    private static ClientDecision decision(ClientDecisionDocument document) {
        return new ClientDecision(
                Optional.ofNullable(document.rebaseline())
                        .map(ClientDecisionDocument.Rebaselined::from)
                        .map(LocalDate::parse),
                Optional.ofNullable(document.exception())
                        .map(one -> new ClientDecision.Exempt(
                                Set.copyOf(one.types()),
                                Optional.ofNullable(one.until()).map(LocalDate::parse))));
    }
}
