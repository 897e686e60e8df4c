package io.consumo.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.bson.RawBsonDocument;

/** What a client-day, a month and a baseline take, for the sizing table. */
final class Sizes {

    private static final String PART = "sizes";
    private static final int SAMPLE = 500;

    private final Installed installed;
    private final Results results;

    Sizes(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Progress progress = new Progress(installed)) {
            long bytes = progress.number("select sum(pg_total_relation_size(inhrelid)) from pg_inherits"
                    + " where inhparent = 'daily_consumption'::regclass");
            long rows = progress.number("select count(*) from daily_consumption");
            results.add(new Figure(PART, "client-day in PostgreSQL, indexes included", (double) bytes / rows, "bytes"));
        }
        try (MongoClient mongo = installed.mongo()) {
            MongoDatabase database = mongo.getDatabase("consumo");
            sample(database, "monthly_consumption", "month of a client in MongoDB, as BSON");
            sample(database, "baselines", "baseline of a client in MongoDB, as BSON");
            sample(database, "anomalies", "case in MongoDB, as BSON");
        }
    }

    private void sample(MongoDatabase database, String collection, String name) throws IOException {
        List<RawBsonDocument> documents = database.getCollection(collection, RawBsonDocument.class)
                .find()
                .limit(SAMPLE)
                .into(new ArrayList<>());
        if (!documents.isEmpty()) {
            results.add(new Figure(
                    PART,
                    name,
                    documents.stream()
                            .mapToInt(document -> document.getByteBuffer().remaining())
                            .average()
                            .orElseThrow(),
                    "bytes"));
        }
    }
}
