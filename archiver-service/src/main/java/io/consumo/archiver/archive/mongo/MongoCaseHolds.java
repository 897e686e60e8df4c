package io.consumo.archiver.archive.mongo;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.consumo.archiver.archive.ArchiveProperties;
import io.consumo.archiver.archive.CaseHolds;
import io.consumo.model.CaseStatus;
import io.consumo.model.store.CaseDocument;
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

    private static final String DECISIONS = "case_decisions";
    private static final String STATUS = "status";
    private static final String DECIDED_AT = "decidedAt";
    private static final String UPDATED_AT = "updatedAt";
    private static final String CLIENT_ID = "clientId";

    private final MongoCollection<Document> cases;
    private final MongoCollection<Document> decisions;
    private final ArchiveProperties properties;
    private final InstantSource clock;

    MongoCaseHolds(MongoDatabase database, ArchiveProperties properties, InstantSource clock) {
        this.cases = database.getCollection(CaseDocument.COLLECTION);
        this.decisions = database.getCollection(DECISIONS);
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
        Map<String, Document> decided = new HashMap<>();
        decisions
                .find()
                .projection(include(STATUS, DECIDED_AT))
                .forEach(decision -> decided.put(decision.getString("_id"), decision));
        Set<String> clients = new HashSet<>();
        cases.find().projection(include(CLIENT_ID, STATUS, UPDATED_AT)).forEach(judged -> {
            Document decision = decided.get(judged.getString("_id"));
            Document counts = decision == null ? judged : decision;
            @Nullable Date at = decision == null ? judged.getDate(UPDATED_AT) : decision.getDate(DECIDED_AT);
            boolean recent = at == null || at.toInstant().isAfter(since);
            if (wanted.test(CaseStatus.valueOf(counts.getString(STATUS)), recent)) {
                clients.add(judged.getString(CLIENT_ID));
            }
        });
        return clients;
    }
}
