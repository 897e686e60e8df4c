package io.consumo.api.consumption;

import io.consumo.model.Energy;
import io.consumo.model.api.MonthSummary;
import io.consumo.model.api.MonthSummary.MonthTotals;
import io.consumo.model.api.MonthSummary.ScoreRange;
import io.consumo.model.api.MonthlyConsumption;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums months over clients, and tells what stands out. */
@Component
public final class SummarizeMonths {

    private static final int TOP = 10;

    private final MonthDigests digests;
    private final ReadMonths months;
    private final SameDays sameDays;

    SummarizeMonths(MonthDigests digests, ReadMonths months, SameDays sameDays) {
        this.digests = digests;
        this.months = months;
        this.sameDays = sameDays;
    }

    /** The sums of each month, beside each other; those without readings are left out. */
    public List<MonthTotals> totals(List<YearMonth> wanted) {
        return totals(wanted, SameDays.ALL);
    }

    /** While one of them runs, each up to the day that is over in it. */
    public List<MonthTotals> sameDays(List<YearMonth> wanted) {
        return totals(wanted, sameDays.of(wanted));
    }

    private List<MonthTotals> totals(List<YearMonth> wanted, int firstDays) {
        Map<YearMonth, MonthDigest> found = digests(wanted, firstDays);
        return wanted.stream()
                .map(month -> totals(month, digest(found, month), firstDays))
                .flatMap(Optional::stream)
                .toList();
    }

    public MonthSummary summary(YearMonth month) {
        YearMonth before = month.minusMonths(1);
        YearMonth yearBefore = month.minusYears(1);
        int firstDays = sameDays.of(month, before);
        int yearsFirstDays = sameDays.of(month, yearBefore);
        Map<YearMonth, MonthDigest> found = digests(List.of(month, before, yearBefore), firstDays);
        Map<YearMonth, MonthDigest> ofYears =
                yearsFirstDays == firstDays ? found : digests(List.of(month, yearBefore), yearsFirstDays);
        MonthDigest now = digest(found, month);
        Optional<MonthTotals> compared = totals(month, now, firstDays);
        Optional<MonthTotals> comparedPrevious = comparable(before, digest(found, before), firstDays);
        Optional<MonthTotals> comparedYearBefore = comparable(yearBefore, digest(ofYears, yearBefore), yearsFirstDays);
        return new MonthSummary(
                sum(month, now, SameDays.ALL),
                totals(before, digest(found, before), SameDays.ALL).orElse(null),
                totals(yearBefore, digest(found, yearBefore), SameDays.ALL).orElse(null),
                compared.orElse(null),
                comparedPrevious.orElse(null),
                comparedYearBefore.orElse(null),
                changePercent(compared, comparedPrevious),
                changePercent(totals(month, digest(ofYears, month), yearsFirstDays), comparedYearBefore),
                scores(now),
                movers(month, now, digest(found, before), firstDays, true),
                movers(month, now, digest(found, before), firstDays, false));
    }

    /** Whole sums are in every digest; the first days that are wanted mostly are in those that are kept mostly. */
    private Map<YearMonth, MonthDigest> digests(List<YearMonth> wanted, int firstDays) {
        boolean mostly =
                firstDays == SameDays.ALL || wanted.stream().allMatch(month -> sameDays.mostly(month) == firstDays);
        return mostly ? digests.of(wanted) : digests.of(wanted, firstDays);
    }

    private static MonthDigest digest(Map<YearMonth, MonthDigest> found, YearMonth month) {
        return Objects.requireNonNull(found.get(month));
    }

    private List<MonthlyConsumption> movers(
            YearMonth month, MonthDigest now, MonthDigest before, int firstDays, boolean rising) {
        Comparator<Move> byRise = Comparator.comparingLong(Move::rise);
        List<String> most = now.clients().entrySet().stream()
                .flatMap(client -> Stream.ofNullable(before.clients().get(client.getKey()))
                        .filter(then -> total(then, firstDays) > 0)
                        .map(then -> new Move(
                                client.getKey(), total(client.getValue(), firstDays) - total(then, firstDays))))
                .filter(move -> rising ? move.rise() > 0 : move.rise() < 0)
                .sorted(rising ? byRise.reversed() : byRise)
                .limit(TOP)
                .map(Move::clientId)
                .toList();
        return months.ofClients(most, month, firstDays);
    }

    private record Move(String clientId, long rise) {}

    private static long total(MonthDigest.Totals client, int firstDays) {
        return firstDays == SameDays.ALL ? client.whole() : client.begin();
    }

    private static @Nullable Double changePercent(Optional<MonthTotals> now, Optional<MonthTotals> before) {
        return now.isEmpty() || before.isEmpty()
                ? null
                : ReadMonths.changePercent(now.get().totalKwh(), before.get().totalKwh());
    }

    private static List<ScoreRange> scores(MonthDigest month) {
        int last = MonthDigest.RANGES - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(range -> new ScoreRange(
                        range * MonthDigest.RANGES,
                        range == last ? 100 : (range + 1) * MonthDigest.RANGES - 1,
                        month.scored(range)))
                .toList();
    }

    private Optional<MonthTotals> totals(YearMonth month, MonthDigest digest, int firstDays) {
        return digest.clients().isEmpty() ? Optional.empty() : Optional.of(sum(month, digest, firstDays));
    }

    /** Of a month that began to be read after the days that are compared there is nothing to compare with. */
    private Optional<MonthTotals> comparable(YearMonth month, MonthDigest digest, int firstDays) {
        return totals(month, digest, firstDays)
                .filter(totals -> totals.totalKwh().signum() > 0);
    }

    private MonthTotals sum(YearMonth month, MonthDigest digest, int firstDays) {
        MonthSums sums = firstDays == SameDays.ALL ? digest.whole() : digest.begin();
        return new MonthTotals(
                month,
                sameDays.last(month, firstDays),
                digest.clients().size(),
                kwh(sums.total()),
                kwh(sums.night()),
                kwh(sums.morning()),
                kwh(sums.afternoon()),
                kwh(sums.evening()));
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }
}
