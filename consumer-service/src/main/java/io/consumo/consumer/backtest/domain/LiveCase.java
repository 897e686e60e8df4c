package io.consumo.consumer.backtest.domain;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands today.
 *
 * @param status what people decided, otherwise what the judgement says
 */
public record LiveCase(
        String id,
        String clientId,
        AnomalyType type,
        @Nullable AnomalySubtype subtype,
        LocalDate firstDay,
        LocalDate lastDay,
        CaseStatus status) {}
