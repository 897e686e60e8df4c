package io.consumo.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void allGaugesOfAScrapeTakeOneLook() {
        new Glance<>(looks::incrementAndGet)
                .gauge(registry, "one", null, "", look -> look)
                .gauge(registry, "unknown", null, "", look -> null);

        assertThat(value("one")).isEqualTo(1);
        assertThat(value("unknown")).isNaN();
        assertThat(looks).hasValue(1);
    }

    @Test
    void aStoreThatDoesNotAnswerMakesNoNumber() {
        new Glance<Integer>(() -> {
                    throw new IllegalStateException("down");
                })
                .gauge(registry, "one", null, "", look -> look);

        assertThat(value("one")).isNaN();
    }

    private double value(String name) {
        return registry.get(name).gauge().value();
    }
}
