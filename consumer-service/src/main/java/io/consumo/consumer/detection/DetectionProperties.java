package io.consumo.consumer.detection;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.RuleBook;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How days are judged.
 *
 * @param minimumDays how many accepted days it takes to tell what is usual
 * @param quietDays how many complete days without a finding end an episode
 * @param tariff what a kWh costs, in units of the currency
 * @param currency ISO 4217
 * @param rulesEvery how often it is looked whether people changed the rules
 * @param silence when a client counts as silent
 */
@ConfigurationProperties("consumo.detection")
public record DetectionProperties(
        int minimumDays, int quietDays, BigDecimal tariff, String currency, Duration rulesEvery, Silence silence) {

    public DetectionProperties {
        if (minimumDays < 1) {
            throw new IllegalArgumentException("minimum-days must be at least 1, was " + minimumDays);
        }
        if (quietDays < 1) {
            throw new IllegalArgumentException("quiet-days must be at least 1, was " + quietDays);
        }
    }

    /** Judges by the rules of the book, as live. */
    public Detector detector(RuleBook book, InstallationProperties installation) {
        return new Detector(book, installation.windowDays(), minimumDays, quietDays);
    }

    /**
     * Silence of a client.
     *
     * @param days without readings, while others have some
     * @param massPercent of the clients silent at once is one notice about the system, no cases
     * @param every how often it is looked for
     */
    public record Silence(int days, double massPercent, Duration every) {}
}
