package io.consumo.api.anomalies;

import io.consumo.api.ConsumoProperties;
import io.consumo.model.CaseStatus;
import io.consumo.model.Energy;
import io.consumo.model.api.Anomaly;
import io.consumo.model.store.CaseDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells cases in kWh, money and words. */
@Component
public final class AnomalyFigures {

    private final Explanations explanations;
    private final ConfirmationChances chances;
    private final ZoneId zone;

    AnomalyFigures(Explanations explanations, ConfirmationChances chances, ConsumoProperties consumo) {
        this.explanations = explanations;
        this.chances = chances;
        this.zone = consumo.zone();
    }

    public Anomaly anomaly(DecidedCase decided, Locale locale) {
        CaseDocument judged = decided.judged();
        return new Anomaly(
                judged.id(),
                judged.clientId(),
                judged.type(),
                judged.subtype(),
                judged.severity(),
                judged.score(),
                decided.status(),
                LocalDate.parse(judged.firstDay()),
                LocalDate.parse(judged.lastDay()),
                kwh(judged.observed()),
                kwh(judged.expected()),
                new Anomaly.EnergyRange(
                        kwh(judged.lost().low()),
                        kwh(judged.lost().mid()),
                        kwh(judged.lost().high())),
                money(judged.lostMoney(), judged.currency()),
                judged.lostPerMonth() == null ? null : units(judged.lostPerMonth()),
                expectedRecovery(judged),
                kwh(judged.excess()),
                explanation(judged, decided.status(), locale),
                explanations.text(judged.clearedIf().key(), arguments(judged, judged.clearedIf()), locale),
                judged.checks().stream()
                        .map(check -> new Anomaly.Check(check.name(), check.result()))
                        .toList(),
                judged.evidence().stream().map(this::evidence).toList(),
                judged.thresholds(),
                judged.completeness(),
                judged.openedAt(),
                judged.updatedAt(),
                decided.decision().assignee(),
                decided.decision().version());
    }

    /** In units of the currency. */
    public static Anomaly.MoneyRange money(CaseDocument.Range hundredths, String currency) {
        return new Anomaly.MoneyRange(
                units(hundredths.low()), units(hundredths.mid()), units(hundredths.high()), currency);
    }

    private @Nullable BigDecimal expectedRecovery(CaseDocument judged) {
        Long lostPerMonth = judged.lostPerMonth();
        if (lostPerMonth == null) {
            return null;
        }
        double chance = chances.byRule().getOrDefault(judged.explanation().key(), ConfirmationChances.OTHERWISE);
        return units(Math.round(lostPerMonth * chance));
    }

    private Anomaly.Explanation explanation(CaseDocument judged, CaseStatus status, Locale locale) {
        CaseDocument.Words words = judged.explanation();
        Map<String, String> arguments = arguments(judged, words);
        return new Anomaly.Explanation(
                words.key(), arguments, explanations.text(tense(words.key(), status), arguments, locale));
    }

    /** An episode that ended by itself is told as past. */
    private String tense(String key, CaseStatus status) {
        return status == CaseStatus.CLEARED ? explanations.known("past." + key, key) : key;
    }

    /** What would clear a case is told with the figures of the finding, unless it has its own. */
    private static Map<String, String> arguments(CaseDocument judged, CaseDocument.Words words) {
        Map<String, String> arguments = new HashMap<>(judged.explanation().arguments());
        arguments.putAll(words.arguments());
        arguments.put("firstDay", judged.firstDay());
        arguments.put("lastDay", judged.lastDay());
        return Map.copyOf(arguments);
    }

    private Anomaly.Evidence evidence(CaseDocument.Evidence hour) {
        Long observed = hour.observed();
        return new Anomaly.Evidence(
                hour.start().atZone(zone).toOffsetDateTime(),
                observed == null ? null : kwh(observed),
                kwh(hour.expected()),
                kwh(hour.low()),
                kwh(hour.high()));
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }

    private static BigDecimal units(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
