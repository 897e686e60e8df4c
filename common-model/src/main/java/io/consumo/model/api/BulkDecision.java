package io.consumo.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same decision for many cases. */
public record BulkDecision(List<String> ids, CaseDecision decision) {

    /**
     * What became of each case, in the order of the request.
     *
     * @param done how many were decided
     */
    public record Result(int done, List<Item> items) {}

    /**
     * One case.
     *
     * @param version of its decisions now; null where it failed
     * @param problem why it failed; null where it did not
     */
    public record Item(
            String id, @Nullable Integer version, @Nullable String problem) {}
}
