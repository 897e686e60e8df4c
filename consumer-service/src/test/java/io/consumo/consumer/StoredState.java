package io.consumo.consumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.consumo.model.store.BaselineDocument;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.MonthDocument;
import java.sql.ResultSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * All that the stores hold of some clients, by key and told apart from when and in how many steps it was written.
 *
 * @param rows energies and ranks
 */
public record StoredState(
        NavigableMap<String, Object> rows,
        NavigableMap<String, Object> months,
        NavigableMap<String, Object> baselines,
        NavigableMap<String, Object> cases) {

    private static final int TOLD = 600;

    private static final String ROWS = """
            select client_id, day, minutes, energy::text as energy, rank::text as rank
            from daily_consumption where starts_with(client_id, :prefix)
            """;

    /** @param prefix of the clients' ids, of letters and digits */
    public static StoredState of(String postgresUrl, String mongoUri, String prefix) {
        NavigableMap<String, Object> rows = new TreeMap<>();
        JdbcClient.create(new DriverManagerDataSource(postgresUrl, "consumo_consumer", "consumo"))
                .sql(ROWS)
                .param("prefix", prefix)
                .query((ResultSet row) -> {
                    rows.put(
                            row.getString("client_id") + " " + row.getString("day") + " " + row.getString("minutes"),
                            List.of(row.getString("energy"), row.getString("rank")));
                });
        try (MongoClient mongo = MongoClients.create(mongoUri)) {
            MongoDatabase database = mongo.getDatabase(mongoUri.substring(mongoUri.lastIndexOf('/') + 1));
            return new StoredState(
                    rows,
                    documents(database, MonthDocument.COLLECTION, prefix, one -> one.getString("_id"), "revision"),
                    documents(database, BaselineDocument.COLLECTION, prefix, one -> one.getString("_id"), "revision"),
                    documents(
                            database,
                            CaseDocument.COLLECTION,
                            prefix,
                            StoredState::nameOfCase,
                            "_id",
                            "revision",
                            "openedAt",
                            "updatedAt"));
        }
    }

    /** Total and bands of each client's month, in 0.1 Wh. */
    public NavigableMap<String, List<Long>> monthTotals() {
        NavigableMap<String, List<Long>> totals = new TreeMap<>();
        months.forEach((id, month) -> totals.put(
                id,
                Stream.of("total", "night", "morning", "afternoon", "evening")
                        .map(field -> ((Number) ((Document) month).get(field)).longValue())
                        .toList()));
        return totals;
    }

    /** Removes months, baselines and cases of clients, so that many runs fit one server. */
    public static void forget(String mongoUri, String prefix) {
        String begin = "^" + prefix;
        try (MongoClient mongo = MongoClients.create(mongoUri)) {
            MongoDatabase database = mongo.getDatabase(mongoUri.substring(mongoUri.lastIndexOf('/') + 1));
            for (String collection :
                    List.of(MonthDocument.COLLECTION, BaselineDocument.COLLECTION, CaseDocument.COLLECTION)) {
                database.getCollection(collection)
                        .deleteMany(Filters.or(Filters.regex("_id", begin), Filters.regex("clientId", begin)));
            }
        }
    }

    private static NavigableMap<String, Object> documents(
            MongoDatabase database,
            String collection,
            String prefix,
            Function<Document, String> key,
            String... passing) {
        NavigableMap<String, Object> documents = new TreeMap<>();
        for (Document document : database.getCollection(collection).find()) {
            String name = key.apply(document);
            if (name.startsWith(prefix)) {
                List.of(passing).forEach(document::remove);
                Object twin = documents.put(name, document);
                if (twin != null) {
                    throw new AssertionError("stored twice: " + name + " in " + collection);
                }
            }
        }
        return documents;
    }

    private static String nameOfCase(Document one) {
        return one.getString("clientId") + " " + one.getString("type") + " " + one.getString("subtype") + " "
                + one.getString("firstDay") + " to " + one.getString("lastDay") + " " + one.getString("status");
    }

    /** Where this differs from another state, as sentences. */
    public List<String> differencesTo(StoredState other) {
        List<String> differences = new java.util.ArrayList<>();
        compare("row", rows, other.rows, differences);
        compare("month", months, other.months, differences);
        compare("baseline", baselines, other.baselines, differences);
        compare("case", cases, other.cases, differences);
        return differences;
    }

    private static void compare(
            String what,
            NavigableMap<String, Object> here,
            NavigableMap<String, Object> there,
            List<String> differences) {
        TreeSet<String> keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        for (String key : keys) {
            if (!Objects.equals(here.get(key), there.get(key))) {
                differences.add(what + " " + key + "\n  here:  " + told(here.get(key), there.get(key)) + "\n  there: "
                        + told(there.get(key), here.get(key)));
            }
        }
    }

    /** From a little before the first character that differs. */
    private static String told(Object one, Object other) {
        String text = String.valueOf(one);
        String otherText = String.valueOf(other);
        int same = 0;
        while (same < Math.min(text.length(), otherText.length()) && text.charAt(same) == otherText.charAt(same)) {
            same++;
        }
        int begin = Math.max(0, same - 80);
        return text.substring(begin, Math.min(text.length(), begin + TOLD));
    }

    @Override
    public String toString() {
        return "%d rows, %d months, %d baselines, %d cases"
                .formatted(rows.size(), months.size(), baselines.size(), cases.size());
    }
}
