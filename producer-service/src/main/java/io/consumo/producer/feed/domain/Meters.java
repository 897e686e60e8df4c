package io.consumo.producer.feed.domain;

import io.consumo.model.IntervalLength;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The simulated meters C-000001 to the given number.
 *
 * @param seed the same seed gives the same readings
 */
public record Meters(long seed, int clients, IntervalLength length, ZoneId zone) {

    public static final int MAXIMUM_CLIENTS = 999_999;

    public Meters {
        if (clients < 1 || clients > MAXIMUM_CLIENTS) {
            throw new IllegalArgumentException("clients must be from 1 to " + MAXIMUM_CLIENTS + ", was " + clients);
        }
    }

    public static String id(int client) {
        return ClientProfile.id(client);
    }

    /** The number in an id such as {@code C-000042}; empty where the id is no simulated meter's. */
    public static Optional<Integer> number(String clientId) {
        return clientId.matches("C-\\d{6}") ? Optional.of(Integer.valueOf(clientId.substring(2))) : Optional.empty();
    }

    public int[] numbers() {
        return IntStream.rangeClosed(1, clients).toArray();
    }
}
