package io.consumo.stack;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;

/**
 * Reads a collection page by page for an aggregation, and looks a document up by its id whatever else is asked of it.
 * Left alone, it would hold the whole collection in memory for the one, and read all of it for the other.
 */
final class StreamedMongoCollection extends H2Collection {

    private static final String ID = "_id";

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

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        if (query.size() < 2 || !query.containsKey(ID)) {
            return super.queryDocuments(query, orderBy, skip, limit, batchSize, projection);
        }
        QueryResult byId = super.queryDocuments(new Document(ID, query.get(ID)), null, 0, 0, 0, null);
        return matchDocumentsFromStream(
                StreamSupport.stream(byId.spliterator(), false), query, orderBy, skip, limit, batchSize, projection);
    }
}
