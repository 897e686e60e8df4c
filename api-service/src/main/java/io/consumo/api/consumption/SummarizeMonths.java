package io.consumo.api.consumption;

import io.consumo.api.Remembered;
import io.consumo.model.Energy;
import io.consumo.model.api.MonthSummary;
import io.consumo.model.api.MonthSummary.MonthTotals;
import io.consumo.model.api.MonthSummary.ScoreRange;
import io.consumo.model.api.MonthlyConsumption;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums months over clients, and tells what stands out. */
@Component
public final class SummarizeMonths {

    private static final Duration FRESH_FOR = Duration.ofSeconds(5);
    private static final int MONTHS_REMEMBERED = 40;
    private static final int RANGES = 10;
    private static final int TOP = 10;

    private final MonthQuery months;
    private final Map<YearMonth, Remembered<Map<String, StoredMonth>>> remembered =
            new LinkedHashMap<>(MONTHS_REMEMBERED, 0.75F, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<YearMonth, Remembered<Map<String, StoredMonth>>> eldest) {
                    return size() > MONTHS_REMEMBERED;
                }
            };

    SummarizeMonths(MonthQuery months) {
        this.months = months;
    }

    /** The sums of each month, beside each other; those without readings are left out. */
    public List<MonthTotals> totals(List<YearMonth> wanted) {
        return wanted.stream()
                .map(month -> totals(month, byClient(month)))
                .flatMap(Optional::stream)
                .toList();
    }

    public MonthSummary summary(YearMonth month) {
        Map<String, StoredMonth> now = byClient(month);
        Map<String, StoredMonth> before = byClient(month.minusMonths(1));
        MonthTotals totals = totals(month, now).orElseGet(() -> sum(month, List.of()));
        @Nullable MonthTotals previous = totals(month.minusMonths(1), before).orElse(null);
        List<StoredMonth> changes = now.values().stream()
                .filter(one -> before.containsKey(one.clientId()))
                .sorted(Comparator.comparingLong(one -> rise(one, before)))
                .toList();
        return new MonthSummary(
                totals,
                previous,
                totals(month.minusYears(1), byClient(month.minusYears(1))).orElse(null),
                changePercent(totals, previous),
                scores(now),
                top(changes.reversed(), before, true),
                top(changes, before, false));
    }

    private static List<MonthlyConsumption> top(
            List<StoredMonth> ordered, Map<String, StoredMonth> before, boolean rising) {
        return ordered.stream()
                .filter(one -> rising ? rise(one, before) > 0 : rise(one, before) < 0)
                .limit(TOP)
                .map(one -> ReadMonths.figures(one, before.get(one.clientId())))
                .toList();
    }

    private static long rise(StoredMonth month, Map<String, StoredMonth> before) {
        return month.total()
                - Objects.requireNonNull(before.get(month.clientId())).total();
    }

    private static @Nullable Double changePercent(MonthTotals totals, @Nullable MonthTotals previous) {
        if (previous == null || previous.totalKwh().signum() == 0) {
            return null;
        }
        double ratio = totals.totalKwh().doubleValue() / previous.totalKwh().doubleValue();
        return Math.round((ratio - 1) * 1000) / 10.0;
    }

    private static List<ScoreRange> scores(Map<String, StoredMonth> months) {
        int[] counts = new int[RANGES];
        months.values().forEach(month -> counts[Math.min(RANGES - 1, month.score() / RANGES)]++);
        return IntStream.range(0, RANGES)
                .mapToObj(range -> new ScoreRange(
                        range * RANGES, range == RANGES - 1 ? 100 : range * RANGES + RANGES - 1, counts[range]))
                .toList();
    }

    private Map<String, StoredMonth> byClient(YearMonth month) {
        Remembered<Map<String, StoredMonth>> ofMonth;
        synchronized (remembered) {
            ofMonth = remembered.computeIfAbsent(month, key -> Remembered.costly(FRESH_FOR, () -> read(key)));
        }
        return ofMonth.get();
    }

    private Map<String, StoredMonth> read(YearMonth month) {
        Map<String, StoredMonth> byClient = new HashMap<>();
        months.each(month, one -> byClient.put(one.clientId(), one));
        return byClient;
    }

    private static Optional<MonthTotals> totals(YearMonth month, Map<String, StoredMonth> byClient) {
        return byClient.isEmpty() ? Optional.empty() : Optional.of(sum(month, List.copyOf(byClient.values())));
    }

    private static MonthTotals sum(YearMonth month, List<StoredMonth> clients) {
        List<BigDecimal> sums = new ArrayList<>();
        Stream.<ToLongFunction<StoredMonth>>of(
                        StoredMonth::total,
                        StoredMonth::night,
                        StoredMonth::morning,
                        StoredMonth::afternoon,
                        StoredMonth::evening)
                .forEach(part ->
                        sums.add(new Energy(clients.stream().mapToLong(part).sum()).toKwh()));
        return new MonthTotals(month, clients.size(), sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4));
    }
}
