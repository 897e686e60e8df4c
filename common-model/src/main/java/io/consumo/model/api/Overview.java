package io.consumo.model.api;

import io.consumo.model.AnomalyType;
import io.consumo.model.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures at a glance.
 *
 * @param clients seen in the active window
 * @param clientsReporting with a reading today
 * @param kwhYesterdaySameHours what yesterday held in the clock hours that today has, null where it held none
 * @param lastReadingAt when the newest reading arrived
 * @param lagSeconds how long the oldest reading not yet stored has waited; null while the consumer does not tell
 * @param stores name to UP or DOWN
 * @param zone the installation's time zone
 * @param demoPasswords whether the demo password is still in force
 * @param sparklines name of the figure to its last 24 hours, oldest first
 */
public record Overview(
        int clients,
        int clientsReporting,
        BigDecimal kwhToday,
        @Nullable BigDecimal kwhYesterdaySameHours,
        long readingsToday,
        double readingsPerSecond,
        @Nullable Instant lastReadingAt,
        @Nullable Double lagSeconds,
        Map<AnomalyType, Integer> openAnomalies,
        Map<Severity, Integer> openBySeverity,
        Anomaly.MoneyRange lostMoney,
        Map<String, String> stores,
        String zone,
        boolean demoPasswords,
        Map<String, List<@Nullable BigDecimal>> sparklines) {}
