package io.consumo.model.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which archived days are wanted.
 *
 * @param clientId null for all clients
 */
public record RestoreRequest(
        LocalDate from, LocalDate to, @Nullable String clientId) {}
