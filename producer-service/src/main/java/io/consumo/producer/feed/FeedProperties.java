package io.consumo.producer.feed;

import io.consumo.model.IntervalLength;
import io.consumo.producer.feed.domain.Meters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the feed.
 *
 * @param zone of the local days
 * @param kafka bootstrap servers
 * @param retention how long the topic keeps readings, counted from their sending
 * @param patience how long a command waits for Kafka or PostgreSQL
 * @param retryPause between attempts while a store is down
 * @param seed of the simulation
 * @param minutes length of the simulated meters' intervals
 * @param truth file of what the simulation injected
 */
@ConfigurationProperties("consumo.feed")
public record FeedProperties(
        ZoneId zone,
        String kafka,
        Duration retention,
        Duration patience,
        Duration retryPause,
        long seed,
        int minutes,
        Path truth,
        Demo demo) {

    public FeedProperties {
        if (kafka.isBlank()) {
            throw new IllegalArgumentException("CONSUMO_KAFKA must name the broker, such as localhost:9092");
        }
        lengthOf(minutes);
    }

    /** When the service feeds a demonstration. */
    public enum DemoMode {
        /** History into empty stores, then each reading when its interval ends. */
        AUTO,
        OFF
    }

    /**
     * The demonstration.
     *
     * @param days of history, the last one being the day before yesterday
     */
    public record Demo(DemoMode mode, int clients, int days) {

        public Demo {
            if (days < 1) {
                throw new IllegalArgumentException("CONSUMO_DEMO_DAYS must be at least 1, was " + days);
            }
        }
    }

    /** The simulated meters that belong to this installation. */
    public Meters meters() {
        return new Meters(seed, demo.clients(), lengthOf(minutes), zone);
    }

    private static IntervalLength lengthOf(int minutes) {
        return IntervalLength.ofMinutes(minutes)
                .orElseThrow(() -> new IllegalArgumentException("the minutes of an interval must be one of "
                        + IntervalLength.allowedMinutes() + ", was " + minutes));
    }
}
