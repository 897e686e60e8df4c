package io.consumo.consumer;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;

/**
 * Replaces documents unless the stored one has a greater revision, so that a follower that was overtaken, however late
 * it wakes, changes nothing.
 */
public final class GuardedWrites {

    private static final int DUPLICATE_KEY = 11000;

    private GuardedWrites() {}

    public static <T> void replace(
            MongoCollection<T> collection,
            Collection<T> documents,
            Function<T, String> id,
            ToLongFunction<T> revision) {
        if (documents.isEmpty()) {
            return;
        }
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        try {
            collection.bulkWrite(
                    documents.stream()
                            .map(document -> new ReplaceOneModel<>(
                                    // Side by side, not in an $and: so every server looks the id up.
                                    new Document("_id", id.apply(document))
                                            .append("revision", new Document("$lt", revision.applyAsLong(document))),
                                    document,
                                    upsert))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // A newer document stands there: the filter missed it, and its id refused the insert.
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }
}
