package io.consumo.api.consumption;

import io.consumo.api.request.Paging;
import io.consumo.model.Energy;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import io.consumo.model.store.MonthDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells months in kWh, each beside the month before; the one that runs by the same days. */
@Component
public final class ReadMonths {

    private final MonthQuery months;
    private final MonthDigests digests;
    private final SameDays sameDays;

    ReadMonths(MonthQuery months, MonthDigests digests, SameDays sameDays) {
        this.months = months;
        this.digests = digests;
        this.sameDays = sameDays;
    }

    /** From the first month to the last, those that have readings. */
    public List<MonthlyConsumption> ofClient(String clientId, YearMonth from, YearMonth to) {
        Map<YearMonth, Integer> firstDays = new HashMap<>();
        for (YearMonth month = from.minusMonths(1); !month.isAfter(to); month = month.plusMonths(1)) {
            firstDays.put(month, SameDays.ALL);
        }
        YearMonth running = sameDays.running();
        firstDays.replace(running, firstDays(running));
        firstDays.replace(running.minusMonths(1), firstDays(running));
        Map<String, StoredMonth> found = months.ofClients(List.of(clientId), firstDays);
        return found.values().stream()
                .filter(month -> !month.month().isBefore(from))
                .sorted(Comparator.comparing(StoredMonth::month))
                .map(month -> figures(month, found.get(idBefore(month)), firstDays(month.month())))
                .toList();
    }

    /** One month of all clients, in their order. */
    public Page<MonthlyConsumption> ofMonth(YearMonth month, Paging paging) {
        Page<String> page = paging.cut(clients(month));
        return new Page<>(ofClients(page.content(), month, firstDays(month)), page.page());
    }

    /** One month of all clients, in their order, without holding more than some of them at a time. */
    public void each(YearMonth month, Consumer<MonthlyConsumption> consumer) {
        int firstDays = firstDays(month);
        List<String> clients = clients(month);
        for (int begin = 0; begin < clients.size(); begin += Paging.MAXIMUM_SIZE) {
            int end = Math.min(begin + Paging.MAXIMUM_SIZE, clients.size());
            ofClients(clients.subList(begin, end), month, firstDays).forEach(consumer);
        }
    }

    private List<String> clients(YearMonth month) {
        return Objects.requireNonNull(digests.of(List.of(month)).get(month)).clients().keySet().stream()
                .sorted()
                .toList();
    }

    /** A month of some clients, in their order; of those that have it. */
    List<MonthlyConsumption> ofClients(List<String> clients, YearMonth month, int firstDays) {
        Map<String, StoredMonth> found =
                months.ofClients(clients, Map.of(month, firstDays, month.minusMonths(1), firstDays));
        return clients.stream()
                .map(client -> found.get(MonthDocument.idOf(client, month.toString())))
                .filter(Objects::nonNull)
                .map(stored -> figures(stored, found.get(idBefore(stored)), firstDays))
                .toList();
    }

    private int firstDays(YearMonth month) {
        return sameDays.of(month, month.minusMonths(1));
    }

    private static String idBefore(StoredMonth month) {
        return MonthDocument.idOf(month.clientId(), month.month().minusMonths(1).toString());
    }

    /** @param firstDays of both months that are compared; when all, the months as they are */
    private static MonthlyConsumption figures(StoredMonth month, @Nullable StoredMonth before, int firstDays) {
        boolean all = firstDays == SameDays.ALL;
        MonthSums whole = month.whole();
        long compared = all ? whole.total() : month.begin().total();
        return new MonthlyConsumption(
                month.clientId(),
                month.month(),
                kwh(whole.total()),
                kwh(whole.night()),
                kwh(whole.morning()),
                kwh(whole.afternoon()),
                kwh(whole.evening()),
                month.days(),
                averageDailyKwh(month),
                before == null ? null : kwh(before.whole().total()),
                before == null ? null : changePercent(kwh(compared), kwh(comparable(before, all))),
                month.score(),
                Math.min(firstDays, month.month().lengthOfMonth()),
                kwh(compared),
                before == null ? null : kwh(comparable(before, all)));
    }

    private static long comparable(StoredMonth before, boolean all) {
        return all ? before.whole().total() : before.begin().total();
    }

    private static BigDecimal averageDailyKwh(StoredMonth month) {
        return month.days() == 0
                ? kwh(0)
                : kwh(month.whole().total()).divide(BigDecimal.valueOf(month.days()), RoundingMode.HALF_UP);
    }

    /** With one decimal; null where there was nothing. */
    static @Nullable Double changePercent(BigDecimal now, BigDecimal before) {
        if (before.signum() == 0) {
            return null;
        }
        return now.subtract(before)
                .movePointRight(2)
                .divide(before, 1, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }
}
