package io.consumo.api;

import io.consumo.model.Topics;
import io.consumo.stack.TestStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes stores as the producer and the consumer leave them at first start. */
public class ApiStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path CONSUMER_MIGRATIONS =
            Path.of("..", "consumer-service", "src", "main", "resources", "db", "migration");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String postgres = TestStores.freshPostgres();
        migrate(postgres);
        createTopics(TestStores.kafka());
        TestPropertyValues.of(
                        "CONSUMO_POSTGRES_URL=" + postgres,
                        "CONSUMO_MONGO_URI=" + TestStores.freshMongo(),
                        "CONSUMO_KAFKA=" + TestStores.kafka(),
                        // Nobody answers there.
                        "CONSUMO_PRODUCER_URL=http://localhost:1",
                        "CONSUMO_CONSUMER_URL=http://localhost:1",
                        "CONSUMO_ARCHIVER_URL=http://localhost:1",
                        "consumo.anomalies.chances-fresh-for=0s",
                        "consumo.overview.fresh-for=0s",
                        "consumo.overview.history-fresh-for=0s",
                        "consumo.clients.fresh-for=0s",
                        "consumo.consumption.fresh-for=0s",
                        "consumo.access.hash-strength=4")
                .applyTo(context);
    }

    /** As the consumer does at its first start. */
    public static void migrate(String postgres) {
        Flyway.configure()
                .dataSource(postgres, "consumo_consumer", "consumo")
                .defaultSchema("consumption")
                .locations("filesystem:" + CONSUMER_MIGRATIONS)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(postgres, "consumo_consumer", "consumo");
                var statement = connection.createStatement()) {
            statement.execute("insert into consumption.installation (zone) values ('Europe/Madrid')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void createTopics(String kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            for (String topic : List.of(Topics.READINGS, Topics.ANOMALIES)) {
                createTopic(admin, topic);
            }
        }
    }

    private static void createTopic(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
