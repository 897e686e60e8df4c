package io.consumo.consumer.detection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A verdict depends on the shape of a load; on its size only through thresholds that are energies or powers. */
class ScaledReadingsTest {

    /** Of an ordinary day; an hour of less than 1 Wh is one without consumption, whatever the client. */
    private static final double LEAST_LEVEL = 0.05;

    /** By a power of two and upwards, so that scaling is exact on whole units and what lies on a threshold stays there. */
    @Property(tries = 200)
    void withThresholdsScaledAlikeChangeNoVerdict(
            @ForAll @IntRange(min = 1, max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 9) int power) {
        double factor = Math.scalb(1.0, power);
        List<DayCurve> days = changing(new Random(seed));

        assertThat(verdicts(scaled(DetectorTest.BOOK, factor), scaled(days, factor)))
                .isEqualTo(verdicts(DetectorTest.BOOK, days));
    }

    /** Days of many levels and shapes, so that every rule fires now and then. */
    private static List<DayCurve> changing(Random random) {
        List<DayCurve> days = new ArrayList<>();
        double level = 1;
        double lamps = 0;
        boolean isFlat = false;
        for (DayCurve day : Days.ordinary(Days.FIRST, 120)) {
            if (day.day().isAfter(Days.FIRST.plusDays(27)) && random.nextInt(12) == 0) {
                level = random.nextBoolean() ? 1 : LEAST_LEVEL + 4 * random.nextDouble();
                lamps = random.nextInt(3) == 0 ? 4 * random.nextDouble() : 0;
                isFlat = random.nextInt(6) == 0;
            }
            double share = level;
            double added = lamps;
            boolean flat = isFlat;
            days.add(Days.day(
                    day.day(),
                    hour -> flat ? day.kwh(3) : share * day.kwh(hour) + (hour >= 20 || hour < 8 ? added : 0)));
        }
        return days;
    }

    private static List<DayCurve> scaled(List<DayCurve> days, double factor) {
        return days.stream()
                .map(day -> Days.day(day.day(), hour -> factor * day.kwh(hour)))
                .toList();
    }

    private static RuleBook scaled(RuleBook book, double factor) {
        RuleBook scaled = book;
        for (AnomalyRule rule : book.rules()) {
            Map<String, Double> thresholds = new TreeMap<>();
            rule.thresholds().forEach((name, value) -> {
                if (name.endsWith("Kwh") || name.endsWith("Kw")) {
                    thresholds.put(name, factor * value);
                }
            });
            scaled = scaled.with(Thresholds.changed(rule, null, thresholds));
        }
        return scaled;
    }

    private static List<String> verdicts(RuleBook book, List<DayCurve> days) {
        return new Detector(book, 30, 14, 7)
                .judge(Baseline.NONE, days).episodes().stream()
                        .map(one -> one.rule().key() + " " + one.firstDay() + " " + one.lastDay() + " " + one.running())
                        .toList();
    }
}
