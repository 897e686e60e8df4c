package io.consumo.dashboard.live;

import com.vaadin.flow.shared.Registration;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import java.time.Duration;
import java.time.Instant;
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

    private final Duration every;
    private final Function<Caller, T> fetch;
    private final List<Watcher<T>> watchers = new CopyOnWriteArrayList<>();
    private final Map<Locale, Fetched<T>> latest = new ConcurrentHashMap<>();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Instant due = Instant.MIN;

    private record Watcher<T>(Caller caller, Consumer<Fetched<T>> listener) {}

    LiveTopic(Duration every, Function<Caller, T> fetch) {
        this.every = every;
        this.fetch = fetch;
    }

    /** Tells what is known at once, and then whatever a look at the API gives; called on other threads. */
    public Registration watch(Caller caller, Consumer<Fetched<T>> listener) {
        Fetched<T> known = latest.get(caller.language());
        if (known != null) {
            listener.accept(known);
        }
        Watcher<T> watcher = new Watcher<>(caller, listener);
        watchers.add(watcher);
        due = Instant.MIN;
        return () -> leave(watcher);
    }

    boolean isDue(Instant now) {
        return !watchers.isEmpty() && !now.isBefore(due);
    }

    /** Looks at the API, unless a look is under way. */
    void poll(Instant now) {
        if (!fetching.tryLock()) {
            return;
        }
        try {
            due = now.plus(every);
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
            latest.put(language, fetched);
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
        return latest.getOrDefault(language, new Fetched<>(null, null));
    }

    private void leave(Watcher<T> watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            // What was seen long ago must not greet the next one who looks.
            latest.clear();
        }
    }
}
