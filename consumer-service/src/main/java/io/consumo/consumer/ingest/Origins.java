package io.consumo.consumer.ingest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which request brought a client's newest readings, until they are followed up. Known of small batches only, in which
 * somebody may look for a single reading: in large ones it would cost a look at each record.
 */
@Component
public class Origins {

    /** A batch of more records notes none. */
    public static final int SMALL_BATCH = 100;

    private static final int REMEMBERED = 1_000;

    private final Map<String, String> ids = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param origins correlation id by client */
    public synchronized void note(Map<String, String> origins) {
        ids.putAll(origins);
    }

    public synchronized Optional<String> of(String clientId) {
        return Optional.ofNullable(ids.get(clientId));
    }

    /** After they were followed up: what comes of these clients later has another origin. */
    public synchronized void forget(Collection<String> clientIds) {
        ids.keySet().removeAll(clientIds);
    }
}
