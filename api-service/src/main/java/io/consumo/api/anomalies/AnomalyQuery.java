package io.consumo.api.anomalies;

import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.api.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads cases. */
public interface AnomalyQuery {

    /** By what cases can be ordered; their ids break ties. */
    enum SortField implements Sorting.Field {
        OPENED_AT("openedAt"),
        UPDATED_AT("updatedAt"),
        SCORE("score"),
        FIRST_DAY("firstDay"),
        LAST_DAY("lastDay"),
        CLIENT_ID("clientId"),
        LOST_MONEY("lostMoney"),
        EXCESS_KWH("excessKwh"),
        RECOVERY("recovery");

        private final String wireName;

        SortField(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Without their evidence. */
    Page<DecidedCase> find(AnomalyFilter filter, Sorting<SortField> sorting, Paging paging);

    /**
     * By what a visit can be expected to recover: what a month of the case costs, times the chance that it is confirmed.
     * Without their evidence.
     *
     * @param chances by rule, from 0 to 1
     * @param otherwise the chance of a rule that is not among them
     */
    Page<DecidedCase> byRecovery(
            AnomalyFilter filter, Map<String, Double> chances, double otherwise, boolean descending, Paging paging);

    Optional<DecidedCase> find(String id);

    /**
     * Those that match, the oldest first, without their evidence and without holding more than some of them at a time.
     * One that stops to match meanwhile takes no other out.
     */
    void each(AnomalyFilter filter, Consumer<DecidedCase> consumer);

    /** All cases, without their evidence. */
    void each(Consumer<DecidedCase> consumer);

    /** How many cases of the client are open. */
    int openOf(String clientId);

    /** Cases that are open, or that were until some time after the instant. */
    List<OpenCase> openSince(Instant instant);
}
