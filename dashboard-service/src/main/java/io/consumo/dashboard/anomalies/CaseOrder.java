package io.consumo.dashboard.anomalies;

import java.util.Arrays;
import java.util.Optional;

/** What ranks the queue. */
enum CaseOrder {
    /** What a visit is worth: what a month costs, times the chance that it is confirmed. */
    RECOVERY("recovery,desc"),
    SCORE("score,desc"),
    MONEY("lostMoney,desc"),
    EXCESS("excessKwh,desc"),
    NEWEST("openedAt,desc");

    private final String sort;

    CaseOrder(String sort) {
        this.sort = sort;
    }

    /** As the API wants it. */
    String sort() {
        return sort;
    }

    static Optional<CaseOrder> parse(String name) {
        return Arrays.stream(values())
                .filter(order -> order.name().equals(name))
                .findFirst();
    }
}
