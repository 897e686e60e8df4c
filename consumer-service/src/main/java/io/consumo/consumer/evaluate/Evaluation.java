package io.consumo.consumer.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The results of all clients.
 *
 * @param badLines lines that were no readings
 * @param tooLate readings that came too far out of order to be judged
 */
public record Evaluation(List<ClientResult> clients, long readings, long badLines, long tooLate) {

    /** The name of our own engine among the contestants. */
    public static final String ENGINE = "Consumo";

    public Evaluation {
        clients = List.copyOf(clients);
    }

    /** Those who took part, our engine first. */
    public List<String> contestants() {
        return Stream.concat(
                        Stream.of(ENGINE), Arrays.stream(NaiveRule.values()).map(NaiveRule::title))
                .toList();
    }

    /** How one of them did. */
    public Scores scores(String contestant) {
        return Scores.of(contestant, clients);
    }

    /** How sure our engine's figures are, by name, such as {@code kinds.h1.recall}. */
    public Map<String, Interval> intervals() {
        return Bootstrap.intervals(ENGINE, clients);
    }
}
