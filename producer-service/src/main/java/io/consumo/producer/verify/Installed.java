package io.consumo.producer.verify;

import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.MonthlyConsumption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the installation tells of its clients, as everybody sees it. */
public interface Installed {

    /** Whether all that was sent is stored and followed up. */
    boolean isUpToDate();

    /** A client's days that have readings; empty for an unknown client. */
    List<DailyConsumption> days(String clientId, LocalDate first, LocalDate last);

    /** A client's months that have readings; empty for an unknown client. */
    List<MonthlyConsumption> months(String clientId, YearMonth first, YearMonth last);
}
