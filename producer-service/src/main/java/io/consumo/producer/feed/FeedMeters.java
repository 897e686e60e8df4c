package io.consumo.producer.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the feed has done, for whoever collects metrics. */
@Component
class FeedMeters implements MeterBinder {

    private final FeedRate rate;
    private final FeedStatus status;

    FeedMeters(FeedRate rate, FeedStatus status) {
        this.rate = rate;
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("consumo.feed.readings", rate, FeedRate::total)
                .description("Readings handed to Kafka")
                .register(registry);
        FunctionCounter.builder("consumo.feed.failures", status, FeedStatus::failures)
                .description("Times that the feed could not go on and waited")
                .register(registry);
        Gauge.builder("consumo.feed.waiting", status, now -> now.trouble() == null ? 0 : 1)
                .description("Whether the feed waits for a store")
                .register(registry);
        Gauge.builder("consumo.feed.fed.until.timestamp", status, FeedMeters::seconds)
                .baseUnit("seconds")
                .description("End of the newest interval that simulated meters sent; NaN before they begin")
                .register(registry);
    }

    private static double seconds(FeedStatus status) {
        Instant until = status.fedUntil();
        return until == null ? Double.NaN : until.getEpochSecond();
    }
}
