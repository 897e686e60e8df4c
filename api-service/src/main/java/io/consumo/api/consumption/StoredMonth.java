package io.consumo.api.consumption;

import io.consumo.model.store.MonthDocument;
import java.time.YearMonth;

/**
 * A client's month without its days.
 *
 * @param begin of the first days that were asked for; the same as the whole where all were
 * @param days how many days have readings
 * @param score 0 to 100
 */
public record StoredMonth(String clientId, YearMonth month, MonthSums whole, MonthSums begin, int days, int score) {

    public String id() {
        return MonthDocument.idOf(clientId, month.toString());
    }
}
