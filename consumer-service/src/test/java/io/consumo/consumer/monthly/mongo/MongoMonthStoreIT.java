package io.consumo.consumer.monthly.mongo;

import com.mongodb.client.MongoClients;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.monthly.MonthStore;
import io.consumo.consumer.monthly.MonthStoreContract;
import io.consumo.stack.TestStores;
import org.springframework.mock.env.MockEnvironment;

class MongoMonthStoreIT implements MonthStoreContract {

    private static final String URI = TestStores.freshMongo();
    private static final MonthStore STORE = new MongoMonthStore(
            MongoClients.create(URI),
            new MongoDatabaseName(new MockEnvironment().withProperty("spring.mongodb.uri", URI)));

    @Override
    public MonthStore store() {
        return STORE;
    }
}
