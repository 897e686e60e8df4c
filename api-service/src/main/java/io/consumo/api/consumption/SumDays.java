package io.consumo.api.consumption;

import io.consumo.api.request.DayRange;
import io.consumo.model.store.MonthDocument;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums days out of their months, which keep what days used also when these are archived. */
@Component
public final class SumDays {

    private final MonthQuery months;
    private final MonthDigests digests;

    SumDays(MonthQuery months, MonthDigests digests) {
        this.months = months;
        this.digests = digests;
    }

    /** @param clientId null for all clients */
    public MonthSums of(@Nullable String clientId, DayRange range) {
        YearMonth first = YearMonth.from(range.from());
        YearMonth last = YearMonth.from(range.to());
        MonthSums sum = MonthSums.NONE;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            int days = month.equals(last) ? range.to().getDayOfMonth() : month.lengthOfMonth();
            int before = month.equals(first) ? range.from().getDayOfMonth() - 1 : 0;
            sum = sum.plus(begin(clientId, month, days)).minus(begin(clientId, month, before));
        }
        return sum;
    }

    private MonthSums begin(@Nullable String clientId, YearMonth month, int days) {
        if (days == 0) {
            return MonthSums.NONE;
        }
        return clientId == null ? ofAll(month, days) : ofClient(clientId, month, days);
    }

    private MonthSums ofClient(String clientId, YearMonth month, int days) {
        StoredMonth stored = months.ofClients(List.of(clientId), Map.of(month, days))
                .get(MonthDocument.idOf(clientId, month.toString()));
        return stored == null ? MonthSums.NONE : stored.begin();
    }

    /** Whole sums are in every digest, so the one is taken that others ask for, too. */
    private MonthSums ofAll(YearMonth month, int days) {
        List<YearMonth> wanted = List.of(month);
        return days == month.lengthOfMonth()
                ? digest(digests.of(wanted), month).whole()
                : digest(digests.of(wanted, days), month).begin();
    }

    private static MonthDigest digest(Map<YearMonth, MonthDigest> found, YearMonth month) {
        return Objects.requireNonNull(found.get(month));
    }
}
