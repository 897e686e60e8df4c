package io.consumo.consumer.detection.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.consumo.consumer.DefinedIndexes;
import io.consumo.consumer.GuardedWrites;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.detection.CaseStore;
import io.consumo.model.AnomalyType;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Cases in the collection {@code anomalies}. */
@Repository
class MongoAnomalyStore implements CaseStore {

    private final MongoCollection<CaseDocument> cases;
    private final MongoCollection<Document> decisions;
    private final DefinedIndexes indexes;

    MongoAnomalyStore(MongoClient mongo, MongoDatabaseName database) {
        this.cases = mongo.getDatabase(database.value()).getCollection(CaseDocument.COLLECTION, CaseDocument.class);
        this.indexes = new DefinedIndexes(cases, CaseDocument.INDEXES);
        this.decisions = mongo.getDatabase(database.value()).getCollection(DecisionDocument.COLLECTION);
    }

    @Override
    public List<CaseDocument> ofClients(Collection<String> clientIds) {
        return cases.find(in("clientId", clientIds)).into(new ArrayList<>());
    }

    @Override
    public List<CaseDocument> silent() {
        return cases.find(eq("type", AnomalyType.SILENT.name())).into(new ArrayList<>());
    }

    @Override
    public Set<String> decided(Collection<String> caseIds) {
        return decisions
                .find(and(in("_id", caseIds), ne("status", null)))
                .projection(Projections.include("_id"))
                .map(decision -> decision.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public void write(Collection<CaseDocument> documents) {
        indexes.ensure();
        GuardedWrites.replace(cases, documents, CaseDocument::id, CaseDocument::revision);
    }

    @Override
    public void withdraw(Collection<CaseDocument> documents, long revision) {
        if (!documents.isEmpty()) {
            cases.deleteMany(
                    and(in("_id", documents.stream().map(CaseDocument::id).toList()), lt("revision", revision)));
        }
    }
}
