package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Expectation;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A day that looks usual only when it is turned around, with its total kept (attack h6 of Jokar, Arianpoo and Leung,
 * IEEE Transactions on Smart Grid 7(1), 2016).
 *
 * @param correlation the greatest of the day as told with the usual day
 * @param reversedCorrelation the least of the reversed day with the usual day
 * @param totalChangePercent how far the total may lie from the usual one
 */
public record ShapeRule(
        boolean enabled, double correlation, double reversedCorrelation, double totalChangePercent, int daysToOpen)
        implements AnomalyRule {

    public ShapeRule {
        Thresholds.requireBetween("correlation", correlation, -1, 1);
        Thresholds.requireBetween("reversedCorrelation", reversedCorrelation, correlation, 1);
        Thresholds.requirePositive("totalChangePercent", totalChangePercent);
        Thresholds.requirePositive("daysToOpen", daysToOpen);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.FRAUD;
    }

    @Override
    public Optional<AnomalySubtype> subtype() {
        return Optional.of(AnomalySubtype.SHAPE);
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Expectation usual) {
        if (!day.isComplete()
                || Math.abs(day.total() - usual.total()) > usual.total() * totalChangePercent / 100
                || usual.correlation(day) > correlation) {
            return Optional.empty();
        }
        double reversed = usual.correlation(day.reversed());
        return reversed >= reversedCorrelation
                ? Optional.of(Finding.beyond(reversed / reversedCorrelation, Map.of()))
                : Optional.empty();
    }
}
