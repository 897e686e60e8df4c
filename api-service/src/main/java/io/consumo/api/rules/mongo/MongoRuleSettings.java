package io.consumo.api.rules.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.consumo.api.rules.RuleSettingsStore;
import io.consumo.model.store.RuleSettingsDocument;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Changed rules in the collection {@code rule_settings}. */
@Repository
class MongoRuleSettings implements RuleSettingsStore {

    private final MongoCollection<RuleSettingsDocument> settings;

    MongoRuleSettings(MongoDatabase database) {
        settings = database.getCollection(RuleSettingsDocument.COLLECTION, RuleSettingsDocument.class);
    }

    @Override
    public Optional<RuleSettingsDocument> find(String rule) {
        return Optional.ofNullable(settings.find(eq("_id", rule)).first());
    }

    @Override
    public boolean replace(RuleSettingsDocument changed, int versionBefore) {
        if (versionBefore > 0) {
            return settings.replaceOne(and(eq("_id", changed.rule()), eq("version", versionBefore)), changed)
                            .getMatchedCount()
                    == 1;
        }
        try {
            settings.insertOne(changed);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
