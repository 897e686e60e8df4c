package io.consumo.service.start;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Does what a start needs of PostgreSQL again and again while PostgreSQL is away, since without Compose nobody starts a
 * service another time.
 */
public final class PatientStart {

    private static final Logger LOG = LoggerFactory.getLogger(PatientStart.class);

    private final RetryTemplate retry;

    /**
     * By a name that start.sh's {@code CONSUMO_START_PATIENCE}, in seconds, does not set.
     *
     * @param patience how long it is tried
     * @param again how long after a failure
     */
    @ConfigurationProperties("consumo.patient-start")
    public record StartProperties(
            @DefaultValue("5m") Duration patience,
            @DefaultValue("1s") Duration again) {}

    public PatientStart(StartProperties settings) {
        retry = new RetryTemplate(RetryPolicy.builder()
                .predicate(PatientStart::isAway)
                .delay(settings.again())
                .maxRetries(Long.MAX_VALUE)
                .timeout(settings.patience())
                .build());
        retry.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> work, RetryState state) {
                LOG.warn(
                        "Waiting for PostgreSQL: {}",
                        rootOf(state.getLastException()).getMessage());
            }
        });
    }

    /** @param work may be done twice */
    public void run(Runnable work) {
        retry.invoke(() -> {
            work.run();
            return true;
        });
    }

    /**
     * A connection that broke or was not to be had, class 08, or a server that ends or begins, class 57; without a state it
     * is the pool that tells of a connection which it has closed.
     */
    private static boolean isAway(Throwable failure) {
        Throwable cause = rootOf(failure);
        return cause instanceof IOException || (cause instanceof SQLException sql && isAway(sql.getSQLState()));
    }

    private static boolean isAway(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private static Throwable rootOf(Throwable failure) {
        return Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
    }
}
