package io.consumo.dashboard.live;

import com.vaadin.flow.shared.Registration;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that pages watch. However many watch, the API is asked once for each language they read, with the token of
 * one of them, and not at all while nobody does.
 */
public final class LiveTopic<T> {

    /** Who goes from page to page, or loads one again, finds what was there; what is older must not greet anybody. */
    private static final Duration GREETS_FOR = Duration.ofSeconds(15);

    private final Duration every;
    private final Function<Caller, T> fetch;
    private final List<Watcher<T>> watchers = new CopyOnWriteArrayList<>();
    private final Map<Locale, Seen<T>> latest = new ConcurrentHashMap<>();
    private final ReentrantLock fetching = new ReentrantLock();
    private final InstantSource clock;
    private volatile Instant due = Instant.MIN;

    private record Seen<T>(Fetched<T> fetched, Instant at) {}

    private record Watcher<T>(Caller caller, Consumer<Fetched<T>> listener) {}

    LiveTopic(Duration every, Function<Caller, T> fetch, InstantSource clock) {
        this.every = every;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** Tells what is known at once, unless it was seen too long ago, and then whatever a look at the API gives; called on other threads. */
    public Registration watch(Caller caller, Consumer<Fetched<T>> listener) {
        Seen<T> known = latest.get(caller.language());
        if (known != null && known.at().plus(GREETS_FOR).isAfter(clock.instant())) {
            listener.accept(known.fetched());
        }
        Watcher<T> watcher = new Watcher<>(caller, listener);
        watchers.add(watcher);
        due = Instant.MIN;
        return () -> leave(watcher);
    }

    boolean isDue() {
        return !watchers.isEmpty() && !clock.instant().isBefore(due);
    }

    /** Looks at the API, unless a look is under way. */
    void poll() {
        if (!fetching.tryLock()) {
            return;
        }
        try {
            due = clock.instant().plus(every);
            watchers.stream()
                    .collect(Collectors.groupingBy(watcher -> watcher.caller().language()))
                    .forEach(this::pollFor);
        } finally {
            fetching.unlock();
        }
    }

    private void pollFor(Locale language, List<Watcher<T>> readers) {
        Fetched<T> fetched = fetchFor(language, readers);
        if (fetched != null) {
            latest.put(language, new Seen<>(fetched, clock.instant()));
            watchers.stream()
                    .filter(watcher -> watcher.caller().language().equals(language))
                    .forEach(watcher -> watcher.listener().accept(fetched));
        }
    }

    private @Nullable Fetched<T> fetchFor(Locale language, List<Watcher<T>> readers) {
        for (Watcher<T> reader : readers) {
            try {
                return Fetched.of(fetch.apply(reader.caller()));
            } catch (BackendFailure failure) {
                if (!failure.is(Kind.UNAUTHORISED)) {
                    return known(language).failed(failure);
                }
                // Only this reader's session has ended; the next one's may still hold.
                leave(reader);
                reader.listener().accept(new Fetched<>(null, failure));
            }
        }
        return null;
    }

    private Fetched<T> known(Locale language) {
        Seen<T> seen = latest.get(language);
        return seen == null ? new Fetched<>(null, null) : seen.fetched();
    }

    private void leave(Watcher<T> watcher) {
        watchers.remove(watcher);
    }
}
