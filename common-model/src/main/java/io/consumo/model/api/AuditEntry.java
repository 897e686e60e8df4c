package io.consumo.model.api;

import java.time.Instant;

/**
 * A request that changed something, or a login that failed.
 *
 * @param username who asked; as told, where the login failed
 * @param status of the answer: from 400 up nothing was changed
 * @param address from where
 */
public record AuditEntry(
        long id, Instant at, String username, String method, String path, int status, String address, int millis) {}
