package io.consumo.consumer.monthly.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.consumo.consumer.DefinedIndexes;
import io.consumo.consumer.GuardedWrites;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.monthly.MonthStore;
import io.consumo.model.store.MonthDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Months in the collection {@code monthly_consumption}. */
@Repository
class MongoMonthStore implements MonthStore {

    private final MongoCollection<MonthDocument> months;
    private final DefinedIndexes indexes;

    MongoMonthStore(MongoClient mongo, MongoDatabaseName database) {
        this.months = mongo.getDatabase(database.value()).getCollection(MonthDocument.COLLECTION, MonthDocument.class);
        this.indexes = new DefinedIndexes(months, MonthDocument.INDEXES);
    }

    @Override
    public List<MonthDocument> find(Collection<String> ids) {
        return months.find(in("_id", ids)).into(new ArrayList<>());
    }

    @Override
    public void write(Collection<MonthDocument> documents) {
        indexes.ensure();
        GuardedWrites.replace(months, documents, MonthDocument::id, MonthDocument::revision);
    }
}
