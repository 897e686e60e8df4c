package io.consumo.consumer.detection.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.detection.RuleSettingsStore;
import io.consumo.model.store.RuleSettingsDocument;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Changes of the rules in the collection {@code rule_settings}, which the API owns. */
@Repository
class MongoRuleSettings implements RuleSettingsStore {

    private final MongoCollection<RuleSettingsDocument> settings;

    MongoRuleSettings(MongoClient mongo, MongoDatabaseName database) {
        this.settings = mongo.getDatabase(database.value())
                .getCollection(RuleSettingsDocument.COLLECTION, RuleSettingsDocument.class);
    }

    @Override
    public List<RuleSettingsDocument> all() {
        return settings.find().into(new ArrayList<>());
    }
}
