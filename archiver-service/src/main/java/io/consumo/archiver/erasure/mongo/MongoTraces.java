package io.consumo.archiver.erasure.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.consumo.archiver.erasure.ClientTraces;
import io.consumo.model.store.BaselineDocument;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.MonthDocument;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Months, baseline, cases and decisions: after the rows that they follow from. */
@Repository
@Order(2)
class MongoTraces implements ClientTraces {

    private static final String CLIENT_ID = "clientId";

    private final MongoDatabase database;

    MongoTraces(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "MongoDB";
    }

    @Override
    public long erase(String clientId) {
        List<String> cases = database.getCollection(CaseDocument.COLLECTION)
                .find(eq(CLIENT_ID, clientId))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
        return database.getCollection("case_decisions")
                        .deleteMany(in("_id", cases))
                        .getDeletedCount()
                + database.getCollection(CaseDocument.COLLECTION)
                        .deleteMany(eq(CLIENT_ID, clientId))
                        .getDeletedCount()
                + database.getCollection(MonthDocument.COLLECTION)
                        .deleteMany(eq(CLIENT_ID, clientId))
                        .getDeletedCount()
                + database.getCollection(BaselineDocument.COLLECTION)
                        .deleteMany(eq("_id", clientId))
                        .getDeletedCount();
    }
}
