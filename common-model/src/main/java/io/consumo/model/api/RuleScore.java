package io.consumo.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the rules find what the simulation has put in.
 *
 * @param untouchedClients simulated clients without anything put in
 * @param falseCases cases of MEDIUM severity or above of those
 * @param precisionPercent right cases of all cases of MEDIUM severity or above; null without any
 * @param recallPercent found of all that was put in; null without any
 */
public record RuleScore(
        List<KindScore> kinds,
        int untouchedClients,
        int falseCases,
        @Nullable Double precisionPercent,
        @Nullable Double recallPercent) {

    /**
     * One kind of injected anomaly.
     *
     * @param type what it should be called, for instance {@code FRAUD.DROP}
     * @param found of which a case of MEDIUM severity or above began within it
     * @param named found under the right type
     * @param medianDays from its first day, which is day 1, to the one whose readings made it a case; null when none was
     *     found
     */
    public record KindScore(
            String kind,
            String type,
            int injected,
            int found,
            int named,
            double recallPercent,
            @Nullable Double medianDays) {}
}
