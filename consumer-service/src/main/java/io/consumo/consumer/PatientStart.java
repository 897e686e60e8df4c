package io.consumo.consumer;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Does what a start needs of PostgreSQL again and again while PostgreSQL goes away, since without Compose nobody starts a
 * service another time.
 */
@Component
public class PatientStart implements FlywayMigrationStrategy {

    private final RetryTemplate retry;

    /**
     * @param patience how long it is tried
     * @param again how long after a failure
     */
    @ConfigurationProperties("consumo.start")
    public record StartProperties(Duration patience, Duration again) {}

    public PatientStart(StartProperties settings) {
        retry = new RetryTemplate(RetryPolicy.builder()
                .predicate(PatientStart::isAway)
                .delay(settings.again())
                .maxRetries(Long.MAX_VALUE)
                .timeout(settings.patience())
                .build());
    }

    /** @param work may be done twice */
    public void run(Runnable work) {
        retry.invoke(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void migrate(Flyway flyway) {
        run(flyway::migrate);
    }

    /** A connection that broke or was not to be had, class 08, or a server that ends or begins, class 57. */
    private static boolean isAway(Throwable failure) {
        Throwable cause = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
        return cause instanceof IOException
                || cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("08")
                                || sql.getSQLState().startsWith("57P")));
    }
}
