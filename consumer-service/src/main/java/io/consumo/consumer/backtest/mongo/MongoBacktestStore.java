package io.consumo.consumer.backtest.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.backtest.BacktestStore;
import io.consumo.model.api.Backtest;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Backtests in the collection {@code backtests}, each as the JSON that it is told as. */
@Repository
class MongoBacktestStore implements BacktestStore {

    static final String COLLECTION = "backtests";

    private final MongoCollection<Document> backtests;
    private final JsonMapper json;

    MongoBacktestStore(MongoClient mongo, MongoDatabaseName database, JsonMapper json) {
        this.backtests = mongo.getDatabase(database.value()).getCollection(COLLECTION);
        this.json = json;
    }

    @Override
    public void write(Backtest backtest, Instant seenAt) {
        backtests.replaceOne(
                eq("_id", backtest.id()),
                new Document("_id", backtest.id())
                        .append("startedAt", Date.from(backtest.startedAt()))
                        .append("seenAt", Date.from(seenAt))
                        .append("state", backtest.state())
                        .append("json", json.writeValueAsString(backtest)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<Kept> find(String id) {
        return first(backtests.find(eq("_id", id)));
    }

    @Override
    public Optional<Kept> newest() {
        return first(backtests.find().sort(Sorts.descending("startedAt")));
    }

    private Optional<Kept> first(FindIterable<Document> found) {
        return Optional.ofNullable(found.first())
                .map(document -> new Kept(
                        json.readValue(document.getString("json"), Backtest.class),
                        document.getDate("seenAt").toInstant()));
    }
}
