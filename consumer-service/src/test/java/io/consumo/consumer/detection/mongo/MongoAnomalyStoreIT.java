package io.consumo.consumer.detection.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.consumo.consumer.IndexesOf;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.model.store.CaseDocument;
import io.consumo.stack.TestStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MongoAnomalyStoreIT {

    private static final String URI = TestStores.freshMongo();
    private static final MongoDatabaseName DATABASE =
            new MongoDatabaseName(new MockEnvironment().withProperty("spring.mongodb.uri", URI));

    @Test
    void theFirstWriteDefinesTheIndexesOfTheApi() {
        new MongoAnomalyStore(MongoClients.create(URI), DATABASE).write(List.of());

        assertThat(IndexesOf.collection(URI, DATABASE, CaseDocument.COLLECTION)).containsAll(CaseDocument.INDEXES);
    }
}
