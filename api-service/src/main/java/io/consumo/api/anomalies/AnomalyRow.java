package io.consumo.api.anomalies;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A case as one line of a table: estimates by their middle, energies in kWh. */
public record AnomalyRow(
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
        BigDecimal lostKwh,
        BigDecimal lostMoney,
        String currency,
        BigDecimal excessKwh,
        @Nullable String assignee,
        String explanation) {

    public static AnomalyRow of(Anomaly one) {
        return new AnomalyRow(
                one.id(),
                one.clientId(),
                one.type(),
                one.subtype(),
                one.severity(),
                one.score(),
                one.status(),
                one.firstDay(),
                one.lastDay(),
                one.observedKwh(),
                one.expectedKwh(),
                one.lostKwh().mid(),
                one.lostMoney().mid(),
                one.lostMoney().currency(),
                one.excessKwh(),
                one.assignee(),
                one.explanation().text());
    }
}
