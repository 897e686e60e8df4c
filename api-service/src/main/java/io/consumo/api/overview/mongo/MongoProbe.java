package io.consumo.api.overview.mongo;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.overview.PipelineProbe;
import io.consumo.model.api.PipelinePart;
import org.bson.Document;
import org.springframework.stereotype.Component;

@Component
class MongoProbe implements PipelineProbe {

    private final MongoDatabase database;

    MongoProbe(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "mongodb";
    }

    @Override
    public PipelinePart ask() {
        database.runCommand(new Document("ping", 1));
        return PipelineProbe.up(part());
    }
}
