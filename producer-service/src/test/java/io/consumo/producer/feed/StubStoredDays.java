package io.consumo.producer.feed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stores of which a test says what they hold. */
final class StubStoredDays implements StoredDays {

    final Map<String, LocalDate> newest = new TreeMap<>();

    @Override
    public void await(Duration patience) {}

    @Override
    public boolean areNone() {
        return newest.isEmpty();
    }

    @Override
    public Map<String, LocalDate> newestBefore(LocalDate day, Collection<String> clientIds) {
        return newest.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(day) && clientIds.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
