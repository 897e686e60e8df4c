package io.consumo.dashboard;

import io.consumo.model.api.ClientException;
import io.consumo.model.api.Rebaseline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was decided about made-up clients. */
final class StubClientDecisions {

    private final Map<String, ClientException> exceptions = new ConcurrentHashMap<>();
    private final Map<String, Rebaseline> rebaselines = new ConcurrentHashMap<>();

    void clear() {
        exceptions.clear();
        rebaselines.clear();
    }

    @Nullable
    ClientException exception(String clientId) {
        return exceptions.get(clientId);
    }

    @Nullable
    Rebaseline rebaseline(String clientId) {
        return rebaselines.get(clientId);
    }

    void endRebaseline(String clientId) {
        rebaselines.remove(clientId);
    }

    @Nullable
    LocalDate since(String clientId) {
        Rebaseline found = rebaselines.get(clientId);
        return found == null ? null : found.from();
    }

    ClientException except(String clientId, ClientException wanted, String by) {
        ClientException kept = new ClientException(wanted.types(), wanted.until(), wanted.reason(), by, Instant.now());
        exceptions.put(clientId, kept);
        return kept;
    }

    void endException(String clientId) {
        exceptions.remove(clientId);
    }

    Rebaseline rebaseline(String clientId, Rebaseline wanted, String by) {
        Rebaseline kept = new Rebaseline(wanted.from(), wanted.reason(), by, Instant.now());
        rebaselines.put(clientId, kept);
        return kept;
    }
}
