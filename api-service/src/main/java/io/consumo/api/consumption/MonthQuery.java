package io.consumo.api.consumption;

import io.consumo.api.request.Paging;
import io.consumo.model.api.Page;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the months that the consumer aggregated, by {@code clientId:yyyy-MM}. */
public interface MonthQuery {

    /** Whether the client has any month. */
    boolean knows(String clientId);

    Map<String, StoredMonth> byId(Collection<String> ids);

    /** All clients' months, in no order, without holding more than some of them at a time. */
    void each(YearMonth month, Consumer<StoredMonth> consumer);

    /** All clients' months, in the order of clients. */
    Page<StoredMonth> ofMonth(YearMonth month, Paging paging);
}
