package io.consumo.api.consumption;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the months that the consumer aggregated, by {@code clientId:yyyy-MM}, with the sums of their first days. */
public interface MonthQuery {

    /** Whether the client has any month. */
    boolean knows(String clientId);

    Map<String, StoredMonth> byId(Collection<String> ids, int firstDays);

    /**
     * All clients' months, in no order, without holding more than some of them at a time.
     *
     * @param firstDays of each month that is wanted
     * @param consumer is not told how many days a month has
     */
    void each(Map<YearMonth, Integer> firstDays, Consumer<StoredMonth> consumer);
}
