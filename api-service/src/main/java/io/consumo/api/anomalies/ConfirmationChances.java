package io.consumo.api.anomalies;

import io.consumo.api.Remembered;
import io.consumo.model.ConfirmationChance;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How likely a visit confirms a case of a rule, as its closed cases tell. */
@Component
final class ConfirmationChances {

    /** Of a rule none of whose cases is closed. */
    static final double OTHERWISE = ConfirmationChance.of(0, 0);

    private final Remembered<Map<String, Double>> byRule;

    ConfirmationChances(CountCases count, AnomaliesProperties settings) {
        byRule = Remembered.costly(settings.chancesFreshFor(), () -> chances(count));
    }

    /** From 0 to 1; may be some seconds old. */
    Map<String, Double> byRule() {
        return byRule.get();
    }

    private static Map<String, Double> chances(CountCases count) {
        return count.count().precision().stream()
                .collect(Collectors.toMap(RulePrecision::rule, ConfirmationChances::chance));
    }

    private static double chance(RulePrecision rule) {
        return ConfirmationChance.of(rule.confirmed(), rule.closed() - rule.confirmed());
    }
}
