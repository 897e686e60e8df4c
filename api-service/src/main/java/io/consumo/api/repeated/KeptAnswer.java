package io.consumo.api.repeated;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request.
 *
 * @param requestHash of its method, path and body
 */
public record KeptAnswer(
        String requestHash,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        String body) {}
