package io.consumo.archiver;

import io.consumo.model.store.Installation;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Waits for the installation before the own schema is touched, so a refused zone changes nothing. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationConfiguration.class);

    @Bean
    FlywayMigrationStrategy migrateAfterTheConsumer(DataSource dataSource, InstallationProperties installation) {
        return flyway -> {
            try {
                LOG.info("Waiting for PostgreSQL and the consumer's schema");
                Installation.await(dataSource, installation.zone(), installation.patience());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting for the consumer's schema", e);
            }
            flyway.migrate();
        };
    }
}
