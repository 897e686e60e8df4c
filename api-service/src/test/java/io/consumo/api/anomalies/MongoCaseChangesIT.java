package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThrowawayStores
class MongoCaseChangesIT implements CaseChangesContract {

    @Autowired
    CaseChanges changes;

    @Autowired
    Stored stored;

    @Autowired
    MongoDatabase mongo;

    @AfterEach
    void forget() {
        mongo.getCollection(CaseDocument.COLLECTION).deleteMany(new Document());
        mongo.getCollection(DecisionDocument.COLLECTION).deleteMany(new Document());
    }

    @Override
    public CaseChanges changes() {
        return changes;
    }

    @Override
    public void store(DecidedCase decided) {
        stored.anomaly(decided.judged());
        if (decided.decision().version() > 0) {
            mongo.getCollection(DecisionDocument.COLLECTION, DecisionDocument.class)
                    .insertOne(decided.decision());
        }
    }

    @Test
    void leavesTheEvidenceOut() {
        store(new DecidedCase(Cases.drop("bare", "bare", NOW), DecisionDocument.none("bare")));

        assertThat(changes.read(List.of("bare")).getFirst().judged().evidence()).isEmpty();
    }
}
