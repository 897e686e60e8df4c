package io.consumo.service.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a store for all gauges of a scrape: it is taken when the first is read, and while the store does not answer
 * they are not a number.
 */
public final class Glance<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Glance.class);
    private static final Duration LASTS = Duration.ofSeconds(1);

    private final Supplier<T> look;
    private Optional<T> seen = Optional.empty();
    private long until = System.nanoTime();

    public Glance(Supplier<T> look) {
        this.look = look;
    }

    /**
     * Adds a gauge.
     *
     * @param unit of the metric's name, null for a number of things
     * @param figure may be null for what is not known
     * @param tags keys and values
     */
    public Glance<T> gauge(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String description,
            Function<T, ? extends @Nullable Number> figure,
            String... tags) {
        Gauge.builder(name, this, glance -> glance.figure(figure))
                .baseUnit(unit)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
        return this;
    }

    private double figure(Function<T, ? extends @Nullable Number> figure) {
        return now().map(figure).map(Number::doubleValue).orElse(Double.NaN);
    }

    private synchronized Optional<T> now() {
        if (System.nanoTime() - until >= 0) {
            try {
                seen = Optional.of(look.get());
            } catch (RuntimeException e) {
                LOG.debug("Not known to metrics", e);
                seen = Optional.empty();
            }
            until = System.nanoTime() + LASTS.toNanos();
        }
        return seen;
    }
}
