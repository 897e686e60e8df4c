package io.consumo.consumer.detection.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.consumo.consumer.GuardedWrites;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.detection.BaselineStore;
import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.model.store.BaselineDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Baselines in the collection {@code baselines}. */
@Repository
class MongoBaselineStore implements BaselineStore {

    private final MongoCollection<BaselineDocument> baselines;

    MongoBaselineStore(MongoClient mongo, MongoDatabaseName database) {
        this.baselines =
                mongo.getDatabase(database.value()).getCollection(BaselineDocument.COLLECTION, BaselineDocument.class);
    }

    @Override
    public Map<String, Baseline> find(Collection<String> clientIds) {
        Map<String, Baseline> found = new HashMap<>();
        baselines.find(in("_id", clientIds)).forEach(one -> found.put(one.id(), BaselineMapping.toBaseline(one)));
        return found;
    }

    @Override
    public void write(Map<String, Baseline> written, long revision) {
        GuardedWrites.replace(
                baselines,
                written.entrySet().stream()
                        .map(entry -> BaselineMapping.toDocument(entry.getKey(), entry.getValue(), revision))
                        .toList(),
                BaselineDocument::id,
                BaselineDocument::revision);
    }
}
