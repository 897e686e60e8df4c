package io.consumo.service.start;

import io.consumo.service.start.PatientStart.StartProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Gives whatever has a schema of its own a patient start, services and commands. */
@AutoConfiguration
@ConditionalOnClass(FlywayMigrationStrategy.class)
@EnableConfigurationProperties(StartProperties.class)
public final class StartAutoConfiguration {

    @Bean
    static PatientStart patientStart(StartProperties settings) {
        return new PatientStart(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    static FlywayMigrationStrategy migrate(PatientStart start) {
        return flyway -> start.run(flyway::migrate);
    }
}
