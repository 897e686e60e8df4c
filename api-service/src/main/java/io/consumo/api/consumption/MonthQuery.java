package io.consumo.api.consumption;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the months that the consumer aggregated, each with the sums of as many of its first days as are asked for. */
public interface MonthQuery {

    /** Whether the client has any month. */
    boolean knows(String clientId);

    /**
     * Those that there are, by {@code clientId:yyyy-MM}.
     *
     * @param firstDays of each month that is wanted
     */
    Map<String, StoredMonth> ofClients(Collection<String> clientIds, Map<YearMonth, Integer> firstDays);

    /**
     * All clients' months, in no order, without holding more than some of them at a time.
     *
     * @param firstDays of each month that is wanted
     */
    void each(Map<YearMonth, Integer> firstDays, Consumer<StoredMonth> consumer);
}
