package io.consumo.api.anomalies.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.consumo.api.anomalies.DecisionStore;
import io.consumo.model.store.DecisionDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Decisions in the collection {@code case_decisions}. */
@Repository
class MongoDecisionStore implements DecisionStore {

    private final MongoCollection<DecisionDocument> decisions;
    private final AtomicBoolean indexed = new AtomicBoolean();

    MongoDecisionStore(MongoDatabase database) {
        decisions = database.getCollection(DecisionDocument.COLLECTION, DecisionDocument.class);
    }

    @Override
    public Optional<DecisionDocument> find(String caseId) {
        return Optional.ofNullable(decisions.find(eq("_id", caseId)).first());
    }

    @Override
    public boolean replace(DecisionDocument decision, int versionBefore) {
        ensureIndexes();
        if (versionBefore > 0) {
            return decisions
                            .replaceOne(new Document("_id", decision.id()).append("version", versionBefore), decision)
                            .getMatchedCount()
                    == 1;
        }
        try {
            decisions.insertOne(decision);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** With the first write, since the server may still be away when this starts. */
    private void ensureIndexes() {
        if (!indexed.get()) {
            decisions.createIndexes(DecisionDocument.INDEXES.stream()
                    .map(fields -> new IndexModel(Indexes.ascending(fields)))
                    .toList());
            indexed.set(true);
        }
    }

    @Override
    public List<DecisionDocument> due(Instant now) {
        return decisions
                .find(lte("eventDueAt", now))
                .sort(Sorts.ascending("eventDueAt"))
                .into(new ArrayList<>());
    }
}
