package io.consumo.model.api;

import io.consumo.model.api.Session.Role;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token.
 *
 * @param name to know it by
 * @param role what it may do; VIEWER by default
 * @param days how long it is good; 90 by default
 */
public record ApiTokenRequest(
        @Nullable String name,
        @Nullable Role role,
        @Nullable Integer days) {}
