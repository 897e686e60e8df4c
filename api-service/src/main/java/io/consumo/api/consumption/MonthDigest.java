package io.consumo.api.consumption;

import java.util.HashMap;
import java.util.Map;

/** What is told of a month of all clients: the sums, how scores are spread, and each client's total. */
final class MonthDigest {

    static final int RANGES = 10;

    private final Map<String, Totals> clients = new HashMap<>();
    private final int[] scores = new int[RANGES];
    private MonthSums whole = MonthSums.NONE;
    private MonthSums begin = MonthSums.NONE;

    /** A client's energy in the whole month and in its first days, in 0.1 Wh. */
    record Totals(long whole, long begin) {}

    void add(StoredMonth month) {
        clients.put(
                month.clientId(),
                new Totals(month.whole().total(), month.begin().total()));
        scores[Math.min(RANGES - 1, month.score() / RANGES)]++;
        whole = whole.plus(month.whole());
        begin = begin.plus(month.begin());
    }

    Map<String, Totals> clients() {
        return clients;
    }

    /** How many clients have a score from a tenth to the next. */
    int scored(int range) {
        return scores[range];
    }

    MonthSums whole() {
        return whole;
    }

    /** Of the first days that were asked for. */
    MonthSums begin() {
        return begin;
    }
}
