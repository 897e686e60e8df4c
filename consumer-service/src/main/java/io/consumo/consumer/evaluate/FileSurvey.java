package io.consumo.consumer.evaluate;

import io.consumo.model.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A first look at a file: each client's days, and after how many readings it is complete. */
final class FileSurvey {

    private final ZoneId zone;
    private final Split split;
    private final Map<String, Client> clients = new HashMap<>();
    private long readings;

    FileSurvey(ZoneId zone, Split split) {
        this.zone = zone;
        this.split = split;
    }

    private static final class Client {

        private final BitSet days = new BitSet();
        private long readings;
    }

    void see(Reading reading) {
        readings++;
        Client client = clients.computeIfAbsent(reading.clientId(), id -> new Client());
        client.readings++;
        client.days.set((int) LocalDate.ofInstant(reading.start(), zone).toEpochDay());
    }

    long readings() {
        return readings;
    }

    int clients() {
        return clients.size();
    }

    long readingsOf(String clientId) {
        return client(clientId).readings;
    }

    /** The first of the client's days that count. */
    LocalDate splitOf(String clientId) {
        int[] days = client(clientId).days.stream().toArray();
        return split.day().orElseGet(() -> LocalDate.ofEpochDay(days[(int) (days.length * split.fraction())]));
    }

    private Client client(String clientId) {
        Client client = clients.get(clientId);
        if (client == null) {
            throw new IllegalArgumentException("the file has changed while it was read: " + clientId);
        }
        return client;
    }
}
