package io.consumo.consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The indexes of a collection, defined with the first write, since the server may still be away at start. */
public final class DefinedIndexes {

    private final MongoCollection<?> collection;
    private final List<IndexModel> indexes;
    private final AtomicBoolean defined = new AtomicBoolean();

    public DefinedIndexes(MongoCollection<?> collection, List<List<String>> fields) {
        this.collection = collection;
        this.indexes = fields.stream()
                .map(index -> new IndexModel(Indexes.ascending(index)))
                .toList();
    }

    public void ensure() {
        if (!defined.get()) {
            collection.createIndexes(indexes);
            defined.set(true);
        }
    }
}
