package io.consumo.consumer.fault;

import io.consumo.consumer.ConsumerApplication;
import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.StoredState;
import io.consumo.consumer.detection.Backlog;
import io.consumo.stack.TestStores;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One consumer with stores of its own, to which nothing happens. */
final class Undisturbed implements AutoCloseable {

    private final String postgresUrl = TestStores.freshPostgres();
    private final String mongoUri = TestStores.freshMongo();
    private final ConfigurableApplicationContext consumer;

    Undisturbed() {
        ReadingTopic.renew();
        consumer = new SpringApplicationBuilder(ConsumerApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + kafka(),
                        "--spring.datasource.url=" + postgresUrl,
                        "--spring.mongodb.uri=" + mongoUri,
                        "--consumo.installation.zone=" + ReadingTopic.MADRID);
    }

    String kafka() {
        return TestStores.kafka();
    }

    boolean isDone() {
        return consumer.getBean(Backlog.class).isEmpty();
    }

    StoredState stored(String prefix) {
        return StoredState.of(postgresUrl, mongoUri, prefix);
    }

    void forget(String prefix) {
        StoredState.forget(mongoUri, prefix);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
