package io.consumo.consumer.detection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.detection.domain.rule.DropRule;
import io.consumo.consumer.detection.domain.rule.FlatRule;
import io.consumo.consumer.detection.domain.rule.NightPatternRule;
import io.consumo.consumer.detection.domain.rule.PlantationRule;
import io.consumo.consumer.detection.domain.rule.ShapeRule;
import io.consumo.consumer.detection.domain.rule.SpikeRule;
import io.consumo.consumer.detection.domain.rule.ZeroRule;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.CaseDocument.Check;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DetectorTest {

    private static final int QUIET_DAYS = 3;
    private static final LocalDate BEGIN = Days.FIRST.plusDays(28);

    static final RuleBook BOOK = new RuleBook(List.of(
            List.of(
                    new PlantationRule(true, 0.8, 9, 20, 0.7, 0.7, 2, 3, 7, 1),
                    new NightPatternRule(true, 0.7, 4, 8, 21, 8, 0.7, 0.7, 2, 4, 1),
                    new SpikeRule(true, 155, 4, 85, 60, 100, 3, 300, 20, 2, 1)),
            List.of(
                    new ZeroRule(true, 4, 0.5, 1, 4, 1),
                    new FlatRule(true, 0.015, 0.2, 0.5, 2),
                    new ShapeRule(true, 6, 14, 0.65, 0.25, 45, 0.35, 38, 60, 0.15, 0.36, 0.58, 0.8, 1),
                    new DropRule(true, 38, 34, 94, 3, 58, 24, 1.15, 0.8, 1.35, 90, 1.2, 1, 1))));

    private static final Detector DETECTOR = new Detector(BOOK, 30, 14, QUIET_DAYS);

    @Test
    void findsNothingInAnOrdinaryHome() {
        assertThat(cases(Days.ordinary(Days.FIRST, 80))).isEmpty();
    }

    @Test
    void tellsAPlantationAsOneCaseFromItsFirstToItsLastDay() {
        List<CaseDocument> cases = cases(with(10, day -> added(day, hour -> hour >= 20 || hour < 8 ? 3 : 0)));
        assertThat(cases).singleElement().satisfies(one -> {
            assertThat(one.explanation().key()).isEqualTo("plantation");
            assertThat(one.firstDay()).isEqualTo(BEGIN.toString());
            assertThat(one.lastDay()).isEqualTo(BEGIN.plusDays(9).toString());
            assertThat(one.toldOn())
                    .as("three days are judged together")
                    .isEqualTo(BEGIN.plusDays(2).toString());
            assertThat(one.status()).isEqualTo(CaseStatus.OPEN);
            assertThat(one.excess()).isBetween(300L * 10_000, 420L * 10_000);
            assertThat(one.lost().mid()).isZero();
            assertThat(one.lostPerMonth()).as("what the meter shows is billed").isNull();
            assertThat(one.explanation().arguments())
                    .containsEntry("hours", "12")
                    .containsEntry("from", "20")
                    .containsEntry("to", "8");
        });
    }

    @Test
    void valuesWhatABypassTakes() {
        List<CaseDocument> cases = cases(with(6, day -> scaled(day, 0.04)));
        assertThat(cases).singleElement().satisfies(one -> {
            assertThat(one.explanation().key()).isEqualTo("fraud.drop");
            assertThat(one.lost().low()).isLessThanOrEqualTo(one.lost().mid());
            assertThat(one.lost().mid()).isEqualTo(one.expected() - one.observed());
            assertThat(one.lostPerMonth())
                    .as("six days of it, told for thirty")
                    .isBetween(
                            5 * one.lostMoney().mid() - 5, 5 * one.lostMoney().mid() + 5);
            assertThat(one.lostMoney().mid()).isEqualTo(Math.round(one.lost().mid() / 10_000.0 * 18));
        });
    }

    @Test
    void theWorseOfTwoGreatChangesHasTheHigherScore() {
        int some = score(with(10, day -> added(day, hour -> hour >= 20 || hour < 8 ? 4 : 0)));
        int more = score(with(10, day -> added(day, hour -> hour >= 20 || hour < 8 ? 8 : 0)));
        int most = score(with(10, day -> added(day, hour -> hour >= 20 || hour < 8 ? 16 : 0)));
        assertThat(List.of(some, more, most)).isSorted().doesNotHaveDuplicates().allMatch(score -> score < 100);
    }

    private static int score(List<DayCurve> days) {
        return cases(days).getFirst().score();
    }

    @Test
    void tellsWhichInnocentExplanationsDoNotHold() {
        assertThat(cases(with(6, day -> scaled(day, 0.04)))).singleElement().satisfies(one -> {
            assertThat(one.checks())
                    .contains(
                            new Check("dataGap", CheckResult.PASSED),
                            new Check("vacancy", CheckResult.PASSED),
                            new Check("solar", CheckResult.PASSED),
                            new Check("outage", CheckResult.PASSED),
                            new Check("season", CheckResult.UNKNOWN))
                    .as("four weeks are little")
                    .contains(new Check("newBaseline", CheckResult.FAILED));
            assertThat(Double.parseDouble(one.clearedIf().arguments().get("limit")))
                    .isBetween(0.6 * 9, 0.64 * 10);
        });
    }

    @Test
    void zerosMayBeAnOutage() {
        assertThat(cases(with(6, day -> Days.day(day.day(), hour -> 0))))
                .singleElement()
                .satisfies(one -> assertThat(one.checks()).contains(new Check("outage", CheckResult.UNKNOWN)));
    }

    @Test
    void endsAnEpisodeAfterTheQuietDays() {
        List<DayCurve> days = with(6, day -> Days.day(day.day(), hour -> 0));
        days.addAll(Days.ordinary(BEGIN.plusDays(6), QUIET_DAYS - 1));
        assertThat(cases(days)).extracting(CaseDocument::status).containsExactly(CaseStatus.OPEN);
        days.addAll(Days.ordinary(BEGIN.plusDays(6 + QUIET_DAYS - 1), 1));
        assertThat(cases(days)).extracting(CaseDocument::status).containsExactly(CaseStatus.CLEARED);
    }

    @Test
    void aNightThatIsStrangeForOneDayOnlyDoesNotHideItsSpike() {
        List<CaseDocument> cases = cases(with(1, day -> added(day, hour -> hour == 0 ? 60 : 0)));
        assertThat(cases).extracting(one -> one.explanation().key()).containsExactly("spike");
    }

    @Test
    void judgesNothingWithoutHistory() {
        List<DayCurve> days = new ArrayList<>(Days.ordinary(Days.FIRST, 13));
        days.add(Days.day(Days.FIRST.plusDays(13), hour -> 50));
        assertThat(cases(days)).isEmpty();
    }

    @Property(tries = 30)
    void findsTheSameWhenEverythingIsJudgedAgain(@ForAll @IntRange(min = 3, max = 12) int length) {
        List<DayCurve> days = with(length, day -> Days.day(day.day(), hour -> 0.375));
        List<CaseDocument> first = cases(days);
        CaseChanges again = CaseChanges.between(first, cases(days), Days.FIRST);
        assertThat(first).hasSize(1);
        assertThat(again.opened()).isEmpty();
        assertThat(again.changed()).isEmpty();
        assertThat(again.withdrawn()).isEmpty();
    }

    @Test
    void keepsTheIdOfACaseThatGrows() {
        List<CaseDocument> five = cases(with(5, day -> scaled(day, 0.04)));
        CaseChanges changes = CaseChanges.between(five, cases(with(6, day -> scaled(day, 0.04))), Days.FIRST);
        assertThat(changes.changed()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(five.getFirst().id());
            assertThat(one.lastDay()).isEqualTo(BEGIN.plusDays(5).toString());
        });
    }

    @Test
    void withdrawsACaseThatNoLongerStands() {
        List<CaseDocument> before = cases(with(5, day -> scaled(day, 0.04)));
        CaseChanges changes = CaseChanges.between(before, cases(Days.ordinary(Days.FIRST, 33)), Days.FIRST);
        assertThat(changes.withdrawn()).isEqualTo(before);
        assertThat(CaseChanges.between(before, List.of(), BEGIN.plusDays(30)).withdrawn())
                .as("a case from before the judged days is final")
                .isEmpty();
    }

    @Test
    void anEpisodeOfHalfAYearStaysOneCaseByTheMonthsBeforeIt() {
        List<CaseDocument> cases = cases(with(180, day -> scaled(day, 0.04)));
        assertThat(cases).singleElement().satisfies(one -> {
            assertThat(one.firstDay()).isEqualTo(BEGIN.toString());
            assertThat(one.lastDay()).isEqualTo(BEGIN.plusDays(179).toString());
            assertThat(one.explanation().arguments()).containsEntry("days", "180");
        });
    }

    @Test
    void aFallThatIsTheNewNormalRaisesNoCase() {
        List<DayCurve> days = with(40, day -> scaled(day, 0.04));
        Judgement judgement = DETECTOR.judge(Baseline.none(Optional.of(BEGIN)), days);
        assertThat(cases(judgement, List.of())).isEmpty();
        assertThat(DETECTOR.normal(judgement.baseline()).acceptedDays()).isEqualTo(30);
    }

    @Test
    void whatIsNewAgainstTheNewNormalIsToldAndWhatWasBeforeItHasEnded() {
        List<DayCurve> days = with(40, day -> scaled(day, 0.04));
        Days.ordinary(BEGIN.plusDays(40), 6)
                .forEach(day -> days.add(added(scaled(day, 0.04), hour -> hour >= 20 || hour < 8 ? 3 : 0)));
        assertThat(cases(DETECTOR.judge(Baseline.none(Optional.of(BEGIN.plusDays(5))), days), List.of()))
                .satisfiesExactlyInAnyOrder(
                        fall -> {
                            assertThat(fall.explanation().key()).isEqualTo("fraud.drop");
                            assertThat(fall.lastDay())
                                    .isEqualTo(BEGIN.plusDays(4).toString());
                            assertThat(fall.status()).isEqualTo(CaseStatus.CLEARED);
                        },
                        lamps -> assertThat(lamps.firstDay())
                                .isEqualTo(BEGIN.plusDays(40).toString()));
    }

    /** The case had grown backwards before, so that the first day of its second half was the one it was opened with. */
    @Test
    void bothHalvesOfACaseThatIsSplitStand() {
        casesAndBaselineDoNotDependOnHowTheDaysCame(778);
    }

    /** Days arrive in any order and batches, some twice with other values before; what is left must be the same. */
    @Property(tries = 60)
    void casesAndBaselineDoNotDependOnHowTheDaysCame(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        List<DayCurve> days = new ArrayList<>();
        double level = 1;
        for (DayCurve day : Days.ordinary(Days.FIRST, 150)) {
            if (random.nextInt(20) == 0) {
                level = random.nextBoolean() ? 1 : 4 * random.nextDouble();
            }
            if (random.nextInt(40) > 0) {
                days.add(scaled(day, level));
            }
        }
        List<DayCurve> arriving = new ArrayList<>(days);
        for (int correction = random.nextInt(30); correction > 0; correction--) {
            DayCurve wrong = scaled(days.get(random.nextInt(days.size())), 3 * random.nextDouble());
            arriving.addFirst(wrong);
        }
        shuffleSome(arriving, random);
        moveLastVersionsBehind(arriving, days);

        Optional<LocalDate> since =
                random.nextBoolean() ? Optional.empty() : Optional.of(Days.FIRST.plusDays(random.nextInt(150)));
        Map<LocalDate, DayCurve> known = new TreeMap<>();
        Baseline baseline = Baseline.none(since);
        List<CaseDocument> stored = List.of();
        while (!arriving.isEmpty()) {
            List<DayCurve> taken = arriving.subList(0, 1 + random.nextInt(Math.min(10, arriving.size())));
            Map<LocalDate, DayCurve> batch = new TreeMap<>();
            taken.forEach(day -> batch.put(day.day(), day));
            taken.clear();
            known.putAll(batch);
            Judgement judgement =
                    DETECTOR.reaches(baseline, batch.keySet().iterator().next())
                            ? DETECTOR.judge(baseline, batch.values())
                            : DETECTOR.judge(Baseline.none(since), known.values());
            CaseChanges changes = CaseChanges.between(stored, cases(judgement, stored), judgement.from());
            stored = changes.appliedTo(stored);
            baseline = judgement.baseline();
        }
        Judgement atOnce = DETECTOR.judge(Baseline.none(since), days);
        assertThat(baseline).isEqualTo(atOnce.baseline());
        assertThat(stored)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "openedAt", "updatedAt")
                .containsExactlyInAnyOrderElementsOf(cases(atOnce, List.of()));
    }

    /** Mostly in order, as meters report, with some days far from their place. */
    private static void shuffleSome(List<DayCurve> days, Random random) {
        days.sort(Comparator.comparing(DayCurve::day));
        for (int swap = random.nextInt(4); swap > 0; swap--) {
            Collections.swap(days, random.nextInt(days.size()), random.nextInt(days.size()));
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(days, random);
        }
    }

    /** So that each day's last arrival is the value that stands. */
    private static void moveLastVersionsBehind(List<DayCurve> arriving, List<DayCurve> standing) {
        Map<LocalDate, DayCurve> last = new TreeMap<>();
        standing.forEach(day -> last.put(day.day(), day));
        Map<LocalDate, Integer> place = new TreeMap<>();
        for (int index = 0; index < arriving.size(); index++) {
            place.put(arriving.get(index).day(), index);
        }
        place.forEach((day, index) -> {
            DayCurve value = last.get(day);
            if (value != null) {
                arriving.set(index, value);
            }
        });
    }

    private static List<CaseDocument> cases(List<DayCurve> days) {
        return cases(DETECTOR.judge(Baseline.NONE, days), List.of());
    }

    private static List<CaseDocument> cases(Judgement judgement, List<CaseDocument> stored) {
        CaseFile file = new CaseFile(ZoneId.of("UTC"), new BigDecimal("0.18"), "EUR", Instant.EPOCH, 1);
        return judgement.episodes().stream()
                .map(episode -> file.write("C", episode, judgement, stored))
                .toList();
    }

    /** Four ordinary weeks, then days that were changed. */
    private static List<DayCurve> with(int count, UnaryOperator<DayCurve> change) {
        List<DayCurve> days = new ArrayList<>(Days.ordinary(Days.FIRST, 28));
        Days.ordinary(BEGIN, count).forEach(day -> days.add(change.apply(day)));
        return days;
    }

    private static DayCurve scaled(DayCurve day, double factor) {
        return Days.day(day.day(), hour -> day.kwh(hour) * factor);
    }

    private static DayCurve added(DayCurve day, IntToDoubleFunction extra) {
        return Days.day(day.day(), hour -> day.kwh(hour) + extra.applyAsDouble(hour));
    }
}
