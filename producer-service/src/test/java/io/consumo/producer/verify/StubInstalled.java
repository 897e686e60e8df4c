package io.consumo.producer.verify;

import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.MonthlyConsumption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Tells what it was given; all energy is at night. */
final class StubInstalled implements Installed {

    final List<DailyConsumption> days = new ArrayList<>();
    final List<MonthlyConsumption> months = new ArrayList<>();
    int looksUntilUpToDate;

    void day(String client, String day, String kwh, int readings) {
        BigDecimal total = new BigDecimal(kwh);
        BigDecimal none = BigDecimal.ZERO;
        days.add(new DailyConsumption(
                client, LocalDate.parse(day), 60, total, total, none, none, none, readings, 24, 1, false, "window"));
    }

    void month(String client, String month, String kwh, int days) {
        BigDecimal total = new BigDecimal(kwh);
        BigDecimal none = BigDecimal.ZERO;
        months.add(new MonthlyConsumption(
                client,
                YearMonth.parse(month),
                total,
                total,
                none,
                none,
                none,
                days,
                total,
                null,
                null,
                0,
                days,
                total,
                null));
    }

    @Override
    public boolean isUpToDate() {
        return looksUntilUpToDate-- <= 0;
    }

    @Override
    public List<DailyConsumption> days(String clientId, LocalDate first, LocalDate last) {
        return days.stream()
                .filter(day -> day.clientId().equals(clientId))
                .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                .toList();
    }

    @Override
    public List<MonthlyConsumption> months(String clientId, YearMonth first, YearMonth last) {
        return months.stream()
                .filter(month -> month.clientId().equals(clientId))
                .filter(month ->
                        !month.month().isBefore(first) && !month.month().isAfter(last))
                .toList();
    }
}
