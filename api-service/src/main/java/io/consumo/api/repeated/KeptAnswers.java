package io.consumo.api.repeated;

import java.time.Instant;
import java.util.Optional;

/** Requests with an Idempotency-Key; a key is its user's own. */
public interface KeptAnswers {

    /**
     * Takes the key, unless it is taken already.
     *
     * @param keptSince older answers are given no more
     * @param workedOnSince older requests without an answer are abandoned
     */
    boolean take(String user, String key, Instant now, Instant keptSince, Instant workedOnSince);

    /** Empty while the request is being worked on. */
    Optional<KeptAnswer> find(String user, String key);

    void keep(String user, String key, KeptAnswer answer);

    /** Gives the key free again. */
    void release(String user, String key);

    void deleteBefore(Instant instant);
}
