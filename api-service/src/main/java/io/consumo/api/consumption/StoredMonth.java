package io.consumo.api.consumption;

import java.time.YearMonth;

/**
 * A client's month without its days. Energies in 0.1 Wh.
 *
 * @param days how many days have readings
 * @param score 0 to 100
 */
public record StoredMonth(
        String clientId,
        YearMonth month,
        long total,
        long night,
        long morning,
        long afternoon,
        long evening,
        int days,
        int score) {}
