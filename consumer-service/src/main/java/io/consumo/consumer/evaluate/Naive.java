package io.consumo.consumer.evaluate;

import io.consumo.consumer.detection.domain.DayCurve;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A naive rule, taught by the days before the split and asked on each day after it. */
final class Naive implements Contestant {

    private static final int AT_THRESHOLD = 50;

    private final NaiveRule rule;
    private final LocalDate split;
    private final double[] sums = new double[DayCurve.HOURS];
    private final int[] counts = new int[DayCurve.HOURS];
    private final Deque<double[]> recent = new ArrayDeque<>();
    private final List<FoundCase> cases = new ArrayList<>();
    private double highest;
    private boolean firing;

    Naive(NaiveRule rule, LocalDate split) {
        this.rule = rule;
        this.split = split;
    }

    @Override
    public void see(DayCurve day) {
        if (day.day().isBefore(split)) {
            learn(day);
        } else if (day.isComplete()) {
            recent.addLast(hours(day));
            if (recent.size() > rule.days()) {
                recent.removeFirst();
            }
            if (recent.size() == rule.days()) {
                judge(day.day());
            }
        }
    }

    private void learn(DayCurve day) {
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            if (day.has(hour)) {
                sums[hour] += day.kwh(hour);
                counts[hour]++;
            }
        }
    }

    private void judge(LocalDate day) {
        double[] usual = new double[DayCurve.HOURS];
        for (int hour = 0; hour < usual.length; hour++) {
            usual[hour] = counts[hour] == 0 ? 0 : sums[hour] / counts[hour];
        }
        double times = rule.timesThreshold(usual, List.copyOf(recent));
        highest = Double.isFinite(times) ? Math.max(highest, times) : highest;
        boolean fires = Double.isFinite(times) && times > 1;
        if (fires && !firing) {
            LocalDate first = day.minusDays(rule.days() - 1L);
            cases.add(new FoundCase(
                    rule.type(), first.isBefore(split) ? split : first, day, Optional.of(day), AT_THRESHOLD * times));
        }
        firing = fires;
    }

    private static double[] hours(DayCurve day) {
        double[] hours = new double[DayCurve.HOURS];
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = day.has(hour) ? day.kwh(hour) : day.kwh((hour + 1) % hours.length);
        }
        return hours;
    }

    /** Those found, and what came nearest to being one, for the ranking. */
    @Override
    public List<FoundCase> cases() {
        if (!cases.isEmpty() || highest == 0) {
            return List.copyOf(cases);
        }
        return List.of(new FoundCase(rule.type(), split, split, Optional.empty(), AT_THRESHOLD * highest));
    }
}
