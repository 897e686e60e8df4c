package io.consumo.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test turns. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** A Tuesday. */
    public static final Instant START = Instant.parse("2026-11-24T11:30:00Z");

    @Bean
    @Primary
    Turned turnedClock() {
        return new Turned(START);
    }

    /** In Madrid. */
    public static final class Turned extends Clock {

        private final Instant begin;
        private volatile Instant now;

        public Turned(Instant now) {
            this.begin = now;
            this.now = now;
        }

        /** For the tests that share it. */
        public void turnBack() {
            now = begin;
        }

        public void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return MADRID;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("tests are in Madrid");
        }
    }
}
