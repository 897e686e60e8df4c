package io.consumo.consumer.evaluate;

import io.consumo.model.AnomalyType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A case as far as it matters for the evaluation.
 *
 * @param alertedOn the event-time day on which it first had severity MEDIUM or above
 * @param score its last score, from 0 to 100
 */
public record FoundCase(
        AnomalyType type, LocalDate firstDay, LocalDate lastDay, Optional<LocalDate> alertedOn, double score) {

    boolean isAlert() {
        return alertedOn.isPresent();
    }

    /** Whether it was told within the injected span and does not begin before it. */
    boolean finds(Injected injected) {
        return !firstDay.isBefore(injected.firstDay())
                && alertedOn.filter(injected::covers).isPresent();
    }
}
