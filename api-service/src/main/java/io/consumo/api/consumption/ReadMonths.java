package io.consumo.api.consumption;

import io.consumo.api.request.Paging;
import io.consumo.model.Energy;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import io.consumo.model.store.MonthDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells months in kWh, each beside the month before. */
@Component
public final class ReadMonths {

    private final MonthQuery months;

    ReadMonths(MonthQuery months) {
        this.months = months;
    }

    /** From the first month to the last, those that have readings. */
    public List<MonthlyConsumption> ofClient(String clientId, YearMonth from, YearMonth to) {
        List<String> ids = Stream.iterate(
                        from.minusMonths(1), month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> idOf(clientId, month))
                .toList();
        Map<String, StoredMonth> found = months.byId(ids);
        return ids.stream()
                .skip(1)
                .map(found::get)
                .filter(Objects::nonNull)
                .map(month -> figures(month, found.get(idBefore(month))))
                .toList();
    }

    /** One month of all clients. */
    public Page<MonthlyConsumption> ofMonth(YearMonth month, Paging paging) {
        Page<StoredMonth> page = months.ofMonth(month, paging);
        Map<String, StoredMonth> before =
                months.byId(page.content().stream().map(ReadMonths::idBefore).toList());
        return new Page<>(
                page.content().stream()
                        .map(stored -> figures(stored, before.get(idBefore(stored))))
                        .toList(),
                page.page());
    }

    private static String idOf(String clientId, YearMonth month) {
        return MonthDocument.idOf(clientId, month.toString());
    }

    private static String idBefore(StoredMonth month) {
        return idOf(month.clientId(), month.month().minusMonths(1));
    }

    static MonthlyConsumption figures(StoredMonth month, @Nullable StoredMonth before) {
        return new MonthlyConsumption(
                month.clientId(),
                month.month(),
                kwh(month.total()),
                kwh(month.night()),
                kwh(month.morning()),
                kwh(month.afternoon()),
                kwh(month.evening()),
                month.days(),
                averageDailyKwh(month),
                before == null ? null : kwh(before.total()),
                before == null ? null : changePercent(month, before),
                month.score());
    }

    private static BigDecimal averageDailyKwh(StoredMonth month) {
        return month.days() == 0
                ? kwh(0)
                : kwh(month.total()).divide(BigDecimal.valueOf(month.days()), RoundingMode.HALF_UP);
    }

    /** Of the totals, with one decimal. */
    private static @Nullable Double changePercent(StoredMonth month, StoredMonth before) {
        if (before.total() == 0) {
            return null;
        }
        return Math.round(((double) month.total() / before.total() - 1) * 1000) / 10.0;
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }
}
