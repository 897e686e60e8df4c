package io.consumo.stack;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Keeps documents as BSON and finds ids by comparing their values. Left alone, H2 serializes both the Java way: each
 * look-up then serializes every key that it compares with.
 */
final class CompactMongoDatabase extends H2Database {

    private static final String ID_INDEX = "_id_";

    private final MVStore store;

    CompactMongoDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = store.openMap(
                "databases." + fullName, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
        MVMap<String, Object> figures = store.openMap("meta." + fullName);
        return new StreamedMongoCollection(this, name, options, documents, figures, cursorRegistry);
    }

    /** Opens the map first: the superclass takes one that is open as it is. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (index.equals(ID_INDEX)) {
            store.openMap(
                    getFullCollectionNamespace(collection) + "._index_" + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(new IdType()));
        }
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }
}
