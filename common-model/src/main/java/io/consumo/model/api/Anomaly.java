package io.consumo.model.api;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param lostKwh what was taken without being metered; zero for what the meter shows
 * @param lostPerMonth in units of the currency; null where the meter tells of no loss
 * @param expectedRecovery the loss of a month times the chance that a visit confirms the case; null likewise
 * @param excessKwh what the meter shows above what was expected
 * @param evidence empty in lists, filled for a single case
 * @param version counts decisions
 */
public record Anomaly(
        String id,
        String clientId,
        AnomalyType type,
        @Nullable AnomalySubtype subtype,
        Severity severity,
        int score,
        CaseStatus status,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal observedKwh,
        BigDecimal expectedKwh,
        EnergyRange lostKwh,
        MoneyRange lostMoney,
        @Nullable BigDecimal lostPerMonth,
        @Nullable BigDecimal expectedRecovery,
        BigDecimal excessKwh,
        Explanation explanation,
        String clearedIf,
        List<Check> checks,
        List<Evidence> evidence,
        Map<String, Double> thresholds,
        double completeness,
        Instant openedAt,
        Instant updatedAt,
        @Nullable String assignee,
        int version) {

    /** In kWh. */
    public record EnergyRange(BigDecimal low, BigDecimal mid, BigDecimal high) {}

    /** In units of the currency (ISO 4217). */
    public record MoneyRange(BigDecimal low, BigDecimal mid, BigDecimal high, String currency) {}

    /** The finding in the reader's language, and what it was made from. */
    public record Explanation(String key, Map<String, String> arguments, String text) {}

    public record Check(String name, CheckResult result) {}

    /** One clock hour; observed is null where nothing was received, low and high bound what is normal. */
    public record Evidence(
            OffsetDateTime start,
            @Nullable BigDecimal observedKwh,
            BigDecimal expectedKwh,
            BigDecimal lowKwh,
            BigDecimal highKwh) {}
}
