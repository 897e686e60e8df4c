package io.consumo.model.store;

import io.consumo.model.AnomalyType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a client, in MongoDB's {@code client_decisions}, written by the API alone and obeyed by the
 * consumers.
 *
 * @param rebaseline null when all its days tell what is normal
 * @param exception null when it raises cases like any other
 */
public record ClientDecisionDocument(
        @BsonId String clientId,
        @Nullable Rebaselined rebaseline,
        @Nullable Excepted exception) {

    public static final String COLLECTION = "client_decisions";

    /**
     * A change that is in order.
     *
     * @param from ISO date of the first day of the new normal
     */
    public record Rebaselined(String from, String reason, String by, Instant at) {}

    /**
     * What raises no case.
     *
     * @param types empty for all
     * @param until ISO date of the last day it holds for; null without an end
     */
    public record Excepted(
            List<AnomalyType> types, @Nullable String until, String reason, String by, Instant at) {

        public Excepted {
            types = List.copyOf(Objects.requireNonNullElse(types, List.of()));
        }
    }
}
