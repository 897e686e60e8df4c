package io.consumo.dashboard.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Anomaly.EnergyRange;
import io.consumo.model.api.Anomaly.Evidence;
import io.consumo.model.api.Anomaly.Explanation;
import io.consumo.model.api.Anomaly.MoneyRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceChartTest {

    private static final Formats FORMATS = new Formats(Texts.ENGLISH, ZoneId.of("Europe/Madrid"));
    private static final OffsetDateTime LATE_EVENING = OffsetDateTime.parse("2026-11-22T22:00:00+01:00");

    @Test
    void shadesTheRunsOfStrangeHoursInsideTheEpisode() {
        // Two hours before the episode, then a strange pair, a normal hour, a gap and a strange hour.
        Anomaly anomaly = anomaly("9", "9", "9", "9", "1", null, "0.1");

        assertThat(EvidenceChart.suspicious(anomaly, FORMATS)).containsExactly(new int[] {2, 3}, new int[] {6, 6});
    }

    @Test
    void shadesNothingOfANormalDay() {
        assertThat(EvidenceChart.suspicious(anomaly("1", "1", "1", "1"), FORMATS))
                .isEmpty();
    }

    @Test
    void beginsSomeDaysBeforeTheEpisodeAndShowsAWeekAtLeast() {
        OffsetDateTime twoWeeksBefore = LATE_EVENING.minusDays(14);

        assertThat(EvidenceChart.begin(anomaly(twoWeeksBefore, ones(24 * 20)), FORMATS))
                .as("from 19 November, 00:00")
                .isEqualTo(24 * 10 + 2);
        assertThat(EvidenceChart.begin(anomaly(twoWeeksBefore, ones(24 * 15)), FORMATS))
                .isEqualTo(24 * 8);
        assertThat(EvidenceChart.begin(anomaly(LATE_EVENING, ones(24)), FORMATS))
                .isZero();
    }

    private static String[] ones(int hours) {
        return Collections.nCopies(hours, "1").toArray(String[]::new);
    }

    private static Anomaly anomaly(@Nullable String... observed) {
        return anomaly(LATE_EVENING, observed);
    }

    private static Anomaly anomaly(OffsetDateTime begin, @Nullable String... observed) {
        List<Evidence> evidence = IntStream.range(0, observed.length)
                .mapToObj(hour -> new Evidence(
                        begin.plusHours(hour),
                        observed[hour] == null ? null : new BigDecimal(observed[hour]),
                        BigDecimal.ONE,
                        new BigDecimal("0.5"),
                        new BigDecimal("2")))
                .toList();
        BigDecimal zero = BigDecimal.ZERO;
        return new Anomaly(
                "K1",
                "C-000001",
                AnomalyType.SPIKE,
                null,
                Severity.HIGH,
                70,
                CaseStatus.OPEN,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 23),
                zero,
                zero,
                new EnergyRange(zero, zero, zero),
                new MoneyRange(zero, zero, zero, "EUR"),
                null,
                null,
                zero,
                new Explanation("spike", Map.of(), "A spike."),
                "never",
                List.of(),
                evidence,
                Map.of(),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0);
    }
}
