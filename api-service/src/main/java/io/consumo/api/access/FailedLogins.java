package io.consumo.api.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down whoever tries passwords. */
@Component
class FailedLogins {

    /** More names than this at a time are guesses; the oldest is forgotten. */
    private static final int MAXIMUM_NAMES = 1_000;

    private final AccessProperties settings;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MAXIMUM_NAMES;
        }
    };

    FailedLogins(AccessProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws TooManyFailures when the name failed too often within the window */
    synchronized void requireFew(String username) {
        Deque<Instant> times = failures.get(username);
        if (times == null) {
            return;
        }
        Instant now = clock.instant();
        Instant begin = now.minus(settings.failureWindow());
        while (!times.isEmpty() && !times.getFirst().isAfter(begin)) {
            times.removeFirst();
        }
        if (times.size() >= settings.maximumFailures()) {
            throw new TooManyFailures(Duration.between(begin, times.getFirst()));
        }
    }

    synchronized void record(String username) {
        failures.computeIfAbsent(username, name -> new ArrayDeque<>()).addLast(clock.instant());
    }
}
