package io.consumo.consumer;

import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What MongoDB says of a collection's indexes: the fields of each. */
public final class IndexesOf {

    private IndexesOf() {}

    public static List<List<String>> collection(String uri, MongoDatabaseName database, String name) {
        try (var client = MongoClients.create(uri)) {
            return client.getDatabase(database.value())
                    .getCollection(name)
                    .listIndexes()
                    .map(index -> List.copyOf(index.get("key", Document.class).keySet()))
                    .into(new ArrayList<>());
        }
    }
}
