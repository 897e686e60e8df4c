package io.consumo.archiver;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.consumo.model.store.Installation;
import io.consumo.service.start.PatientStart;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores. Waits for the installation before the own schema is touched, so a refused zone changes nothing. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationConfiguration.class);

    @Bean
    FlywayMigrationStrategy migrateAfterTheConsumer(
            DataSource dataSource, InstallationProperties installation, PatientStart start) {
        return flyway -> {
            try {
                LOG.info("Waiting for PostgreSQL and the consumer's schema");
                Installation.await(dataSource, installation.zone(), installation.patience());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting for the consumer's schema", e);
            }
            start.run(flyway::migrate);
        };
    }

    /** As long as MongoDB is away a run fails soon, and changes nothing. */
    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties mongo) {
        return client.getDatabase(mongo.getMongoClientDatabase());
    }

    @Bean
    MongoClientSettingsBuilderCustomizer mongoTimeouts(InstallationProperties installation) {
        long millis = installation.mongoTimeout().toMillis();
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS));
    }
}
