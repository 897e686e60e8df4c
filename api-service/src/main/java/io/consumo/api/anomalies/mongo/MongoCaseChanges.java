package io.consumo.api.anomalies.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.consumo.api.anomalies.CaseChange;
import io.consumo.api.anomalies.CaseChanges;
import io.consumo.api.anomalies.DecidedCase;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Each source has an index in the order of changes, which for cases holds all that is read of them. */
@Repository
class MongoCaseChanges implements CaseChanges {

    private static final String JUDGED = "updatedAt";
    private static final String DECIDED = "changedAt";
    private static final String VERSION = "version";

    private final MongoCollection<Document> cases;
    private final MongoCollection<Document> decisions;
    private final MongoAnomalyQuery query;

    MongoCaseChanges(MongoDatabase database, MongoAnomalyQuery query) {
        this.cases = database.getCollection(CaseDocument.COLLECTION);
        this.decisions = database.getCollection(DecisionDocument.COLLECTION);
        this.query = query;
    }

    @Override
    public List<CaseChange> after(CaseChange place, int most) {
        // The decision of an instant comes after the judgement of the same case and instant.
        Bson nextDecided = place.decision() == 0 ? gte("_id", place.caseId()) : gt("_id", place.caseId());
        return Stream.concat(
                        find(cases, JUDGED, place, gt("_id", place.caseId()), most),
                        find(decisions, DECIDED, place, nextDecided, most))
                .sorted()
                .limit(most)
                .toList();
    }

    private static Stream<CaseChange> find(
            MongoCollection<Document> source, String time, CaseChange place, Bson nextOfInstant, int most) {
        Stream.Builder<CaseChange> found = Stream.builder();
        source.find(and(gte(time, place.at()), or(gt(time, place.at()), nextOfInstant)))
                .projection(time.equals(JUDGED) ? Projections.include(time) : Projections.include(time, VERSION))
                .sort(Sorts.ascending(time, "_id"))
                .limit(most)
                .batchSize(most)
                .forEach(one -> found.add(new CaseChange(
                        one.getDate(time).toInstant(), one.getString("_id"), one.getInteger(VERSION, 0))));
        return found.build();
    }

    @Override
    public List<DecidedCase> read(Collection<String> caseIds) {
        Map<String, DecidedCase> found = new HashMap<>();
        query.withoutEvidence(caseIds).forEach(one -> found.put(one.judged().id(), one));
        return caseIds.stream()
                .map(id -> Optional.ofNullable(found.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }
}
