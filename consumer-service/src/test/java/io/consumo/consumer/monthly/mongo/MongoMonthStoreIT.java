package io.consumo.consumer.monthly.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.consumo.consumer.IndexesOf;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.monthly.MonthStore;
import io.consumo.consumer.monthly.MonthStoreContract;
import io.consumo.model.store.MonthDocument;
import io.consumo.stack.TestStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MongoMonthStoreIT implements MonthStoreContract {

    private static final String URI = TestStores.freshMongo();
    private static final MongoDatabaseName DATABASE =
            new MongoDatabaseName(new MockEnvironment().withProperty("spring.mongodb.uri", URI));
    private static final MonthStore STORE = new MongoMonthStore(MongoClients.create(URI), DATABASE);

    @Override
    public MonthStore store() {
        return STORE;
    }

    @Test
    void theFirstWriteDefinesTheIndexesOfTheApi() {
        STORE.write(List.of());

        assertThat(IndexesOf.collection(URI, DATABASE, MonthDocument.COLLECTION))
                .containsAll(MonthDocument.INDEXES);
    }
}
