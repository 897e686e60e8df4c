package io.consumo.consumer.detection.domain;

import io.consumo.model.AnomalyType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What people decided about a client.
 *
 * @param since the first day of its new normal
 * @param exception what raises no case of it
 */
public record ClientDecision(Optional<LocalDate> since, Optional<Exempt> exception) {

    public static final ClientDecision NONE = new ClientDecision(Optional.empty(), Optional.empty());

    /**
     * What is known to be in order.
     *
     * @param types empty for all
     * @param until the last day it holds for; empty without an end
     */
    public record Exempt(Set<AnomalyType> types, Optional<LocalDate> until) {

        public Exempt {
            types = Set.copyOf(types);
        }
    }

    /** Whether what shows up to the day raises no case. */
    public boolean excepts(AnomalyType type, LocalDate lastDay) {
        return exception
                .filter(one -> one.types().isEmpty() || one.types().contains(type))
                .filter(one -> one.until().map(until -> !lastDay.isAfter(until)).orElse(true))
                .isPresent();
    }
}
