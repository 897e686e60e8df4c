package io.consumo.consumer.status.mongo;

import com.mongodb.client.MongoClient;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.status.Store;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Where months, baselines and cases lie. */
@Component
class MongoStore implements Store {

    private final MongoClient client;
    private final MongoDatabaseName database;

    MongoStore(MongoClient client, MongoDatabaseName database) {
        this.client = client;
        this.database = database;
    }

    @Override
    public String title() {
        return "MongoDB";
    }

    @Override
    public String part() {
        return "mongodb";
    }

    @Override
    public void ping() {
        client.getDatabase(database.value()).runCommand(new Document("ping", 1));
    }
}
