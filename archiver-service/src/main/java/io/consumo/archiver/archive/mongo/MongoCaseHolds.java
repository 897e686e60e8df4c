package io.consumo.archiver.archive.mongo;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.consumo.archiver.archive.ArchiveProperties;
import io.consumo.archiver.archive.CaseHolds;
import io.consumo.model.CaseStatus;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads cases as the consumer judged them, and what people decided about them. */
@Repository
class MongoCaseHolds implements CaseHolds {

    private static final String STATUS = "status";
    private static final String UPDATED_AT = "updatedAt";
    private static final String CLIENT_ID = "clientId";

    private final MongoCollection<Document> cases;
    private final MongoCollection<DecisionDocument> decisions;
    private final ArchiveProperties properties;
    private final InstantSource clock;

    MongoCaseHolds(MongoDatabase database, ArchiveProperties properties, InstantSource clock) {
        this.cases = database.getCollection(CaseDocument.COLLECTION);
        this.decisions = database.getCollection(DecisionDocument.COLLECTION, DecisionDocument.class);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Set<String> clientsToHold() {
        return clients((status, recent) -> !status.isClosed() || (status == CaseStatus.CONFIRMED && recent));
    }

    @Override
    public Set<String> clientsStillHeld() {
        return clients((status, recent) -> !status.isClosed() || recent);
    }

    /** @param wanted of a case's status, and whether it was closed within the time that holds last */
    private Set<String> clients(BiPredicate<CaseStatus, Boolean> wanted) {
        Instant since = clock.instant().minus(properties.holdFor());
        Map<String, DecisionDocument> decided = new HashMap<>();
        decisions.find().forEach(decision -> decided.put(decision.id(), decision));
        Set<String> clients = new HashSet<>();
        cases.find().projection(include(CLIENT_ID, STATUS, UPDATED_AT)).forEach(judged -> {
            DecisionDocument decision = decided.get(judged.getString("_id"));
            CaseStatus status = decision == null || decision.status() == null
                    ? CaseStatus.valueOf(judged.getString(STATUS))
                    : decision.status();
            Instant closed = closedAt(judged, decision);
            boolean recent = closed == null || closed.isAfter(since);
            if (wanted.test(status, recent)) {
                clients.add(judged.getString(CLIENT_ID));
            }
        });
        return clients;
    }

    /** When what counts was said: the decision, or else the judgement. */
    private static @Nullable Instant closedAt(Document judged, @Nullable DecisionDocument decision) {
        DecisionDocument.Entry last = decision == null || decision.status() == null ? null : decision.standing();
        if (last != null) {
            return last.at();
        }
        Date at = judged.getDate(UPDATED_AT);
        return at == null ? null : at.toInstant();
    }
}
