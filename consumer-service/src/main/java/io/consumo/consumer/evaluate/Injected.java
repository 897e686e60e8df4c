package io.consumo.consumer.evaluate;

import java.time.LocalDate;

/**
 * What was put into a client's readings.
 *
 * @param kind such as {@code h1} or {@code grow12}
 * @param anomaly false for a harmless control on which a good rule stays silent
 */
public record Injected(String kind, LocalDate firstDay, LocalDate lastDay, boolean anomaly) {

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
