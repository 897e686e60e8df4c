package io.consumo.api.rules.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.consumo.api.rules.ClientDecisionStore;
import io.consumo.model.store.ClientDecisionDocument;
import io.consumo.model.store.ClientDecisionDocument.Excepted;
import io.consumo.model.store.ClientDecisionDocument.Rebaselined;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Decisions about clients in the collection {@code client_decisions}. */
@Repository
class MongoClientDecisions implements ClientDecisionStore {

    private final MongoCollection<ClientDecisionDocument> decisions;

    MongoClientDecisions(MongoDatabase database) {
        decisions = database.getCollection(ClientDecisionDocument.COLLECTION, ClientDecisionDocument.class);
    }

    @Override
    public Optional<ClientDecisionDocument> find(String clientId) {
        return Optional.ofNullable(decisions.find(eq("_id", clientId)).first());
    }

    @Override
    public void rebaseline(String clientId, Rebaselined rebaseline) {
        update(clientId, Updates.set("rebaseline", rebaseline));
    }

    @Override
    public void endRebaseline(String clientId) {
        decisions.updateOne(eq("_id", clientId), Updates.unset("rebaseline"));
    }

    @Override
    public void except(String clientId, Excepted exception) {
        update(clientId, Updates.set("exception", exception));
    }

    @Override
    public void endException(String clientId) {
        decisions.updateOne(eq("_id", clientId), Updates.unset("exception"));
    }

    private void update(String clientId, Bson change) {
        decisions.updateOne(eq("_id", clientId), change, new UpdateOptions().upsert(true));
    }
}
