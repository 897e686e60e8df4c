package io.consumo.stack;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** Reads a collection page by page for an aggregation; left alone, it would hold the whole collection in memory. */
final class StreamedMongoCollection extends H2Collection {

    private final MVMap<Object, Document> documents;

    StreamedMongoCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> figures,
            CursorRegistry cursors) {
        this.documents = documents;
        super(database, name, options, documents, figures, cursors);
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return documents.values().stream();
    }
}
