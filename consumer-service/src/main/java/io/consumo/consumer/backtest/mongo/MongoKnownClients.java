package io.consumo.consumer.backtest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.backtest.KnownClients;
import io.consumo.consumer.backtest.domain.LiveCase;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.store.BaselineDocument;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Clients by their baselines; of the cases what a comparison needs. */
@Repository
class MongoKnownClients implements KnownClients {

    private final MongoCollection<Document> baselines;
    private final MongoCollection<Document> cases;
    private final MongoCollection<Document> decisions;

    MongoKnownClients(MongoClient mongo, MongoDatabaseName database) {
        this.baselines = mongo.getDatabase(database.value()).getCollection(BaselineDocument.COLLECTION);
        this.cases = mongo.getDatabase(database.value()).getCollection(CaseDocument.COLLECTION);
        this.decisions = mongo.getDatabase(database.value()).getCollection(DecisionDocument.COLLECTION);
    }

    @Override
    public int count() {
        return (int) baselines.countDocuments();
    }

    @Override
    public List<Client> after(String id, int most) {
        return baselines
                .find(gt("_id", id))
                .projection(Projections.include("firstDay"))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(one -> new Client(one.getString("_id"), LocalDate.parse(one.getString("firstDay"))))
                .into(new ArrayList<>());
    }

    @Override
    public List<LiveCase> cases(Collection<String> clientIds) {
        List<Document> found = cases.find(in("clientId", clientIds))
                .projection(Projections.include("clientId", "type", "subtype", "firstDay", "lastDay", "status"))
                .into(new ArrayList<>());
        Map<String, CaseStatus> decided = new HashMap<>();
        decisions
                .find(and(
                        in(
                                "_id",
                                found.stream().map(one -> one.getString("_id")).toList()),
                        ne("status", null)))
                .projection(Projections.include("status"))
                .forEach(one -> decided.put(one.getString("_id"), CaseStatus.valueOf(one.getString("status"))));
        return found.stream().map(one -> liveCase(one, decided)).toList();
    }

    private static LiveCase liveCase(Document one, Map<String, CaseStatus> decided) {
        String id = one.getString("_id");
        String subtype = one.getString("subtype");
        return new LiveCase(
                id,
                one.getString("clientId"),
                AnomalyType.valueOf(one.getString("type")),
                subtype == null ? null : AnomalySubtype.valueOf(subtype),
                LocalDate.parse(one.getString("firstDay")),
                LocalDate.parse(one.getString("lastDay")),
                decided.getOrDefault(id, CaseStatus.valueOf(one.getString("status"))));
    }
}
