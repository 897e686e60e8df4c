package io.consumo.consumer.status.mongo;

import com.mongodb.client.MongoClient;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.status.StoreProbe;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Pings MongoDB. */
@Component
class MongoProbe implements StoreProbe {

    private final MongoClient mongo;
    private final MongoDatabaseName database;

    MongoProbe(MongoClient mongo, MongoDatabaseName database) {
        this.mongo = mongo;
        this.database = database;
    }

    @Override
    public String store() {
        return "MongoDB";
    }

    @Override
    public void ask() {
        mongo.getDatabase(database.value()).runCommand(new Document("ping", 1));
    }
}
