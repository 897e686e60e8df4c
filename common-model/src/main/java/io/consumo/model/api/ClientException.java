package io.consumo.model.api;

import io.consumo.model.AnomalyType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known to be in order with a client, so that it raises no case.
 *
 * @param types that raise none; empty for all
 * @param until the last day it holds for; null without an end
 * @param reason why, in words
 * @param by who said so; null in a request
 * @param at when; null in a request
 */
public record ClientException(
        List<AnomalyType> types,
        @Nullable LocalDate until,
        String reason,
        @Nullable String by,
        @Nullable Instant at) {

    public ClientException {
        types = List.copyOf(Objects.requireNonNullElse(types, List.of()));
    }
}
