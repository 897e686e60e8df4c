package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.Past;
import io.consumo.consumer.detection.domain.Stretch;
import io.consumo.consumer.detection.domain.Thresholds;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * Hours at nothing where something always runs: the whole day, or hours that are cut out (attack h2 of Jokar, Arianpoo
 * and Leung, IEEE Transactions on Smart Grid 7(1), 2016).
 *
 * @param hours at nothing, more than usual
 * @param usualHours how many the client may usually have
 * @param usualKwh the least that is usual for a day of the client
 * @param days that are judged together; all but one must show it
 */
public record ZeroRule(boolean enabled, double hours, double usualHours, double usualKwh, int days, int daysToOpen)
        implements AnomalyRule {

    private static final int SUN_FROM = 8;
    private static final int SUN_TO = 19;
    private static final double LEAST_IN_THE_DARK = 0.2;

    public ZeroRule {
        Thresholds.requireBetween("hours", hours, 1, DayCurve.HOURS);
        Thresholds.requireBetween("usualHours", usualHours, 0, DayCurve.HOURS);
        Thresholds.requireAtLeast("usualKwh", usualKwh, 0.01);
        Thresholds.requireBetween("days", days, 2, 28);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.FRAUD;
    }

    @Override
    public Optional<AnomalySubtype> subtype() {
        return Optional.of(AnomalySubtype.ZERO);
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        double more = day.deadHours() - past.traits().deadHours();
        if (!day.isComplete() || more < hours || past.traits().deadHours() > usualHours || past.total(day) < usualKwh) {
            return Optional.empty();
        }
        return past.stretch(day, days)
                .filter(stretch -> stretch.days().stream()
                                .filter(one -> one.deadHours() - past.traits().deadHours() >= hours)
                                .count()
                        >= days - 1)
                .filter(ZeroRule::isDeadInTheDarkToo)
                .map(stretch -> Finding.beyond(more / hours, Map.of("hours", (double) day.deadHours())));
    }

    /** Solar power takes the day's hours only. */
    private static boolean isDeadInTheDarkToo(Stretch stretch) {
        int dark = 0;
        int all = 0;
        for (DayCurve day : stretch.days()) {
            dark += day.deadHours() - day.deadHours(SUN_FROM, SUN_TO);
            all += day.deadHours();
        }
        return dark >= LEAST_IN_THE_DARK * all;
    }
}
