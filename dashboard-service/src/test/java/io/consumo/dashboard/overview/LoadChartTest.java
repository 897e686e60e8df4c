package io.consumo.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.api.LoadPoint;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LoadChartTest {

    private static final Formats FORMATS = new Formats(Texts.ENGLISH, ZoneId.of("Europe/Madrid"));

    private final ObjectNode options = LoadChart.options(
            List.of(
                    point("2026-11-24T06:00:00+01:00", "12.5", 1),
                    point("2026-11-24T07:00:00+01:00", null, 0),
                    point("2026-11-24T08:00:00+01:00", "14.0", 1),
                    point("2026-11-24T09:00:00+01:00", "3.1", 0.4)),
            FORMATS);

    @Test
    void leavesHoursWithoutReadingsOpen() {
        JsonNode observed = series("observed");

        assertThat(observed.path("data").get(0).decimalValue()).isEqualByComparingTo("12.5");
        assertThat(observed.path("data").get(1).isNull()).isTrue();
        assertThat(observed.path("connectNulls").asBoolean()).isFalse();
    }

    @Test
    void marksAnHourThatIsNotWholeInsteadOfDrawingADrop() {
        assertThat(series("observed").path("data").get(3).isNull()).isTrue();
        assertThat(series("partial").path("data").get(3).decimalValue()).isEqualByComparingTo("3.1");
        assertThat(series("partial").path("symbol").asString()).isEqualTo("emptyCircle");
    }

    @Test
    void drawsTheBandAsWidthOverItsLowerEdge() {
        assertThat(series("bandLow").path("data").get(0).decimalValue()).isEqualByComparingTo("10");
        assertThat(series("band").path("data").get(0).decimalValue()).isEqualByComparingTo("6");
    }

    @Test
    void writesEverySixthHourBelow() {
        assertThat(options.path("consumo").path("ticks"))
                .extracting(JsonNode::asString)
                .containsExactly("06:00", "", "", "");
    }

    @Test
    void tellsInWordsWhatIsMissing() {
        assertThat(options.path("consumo").path("tips").get(1))
                .extracting(JsonNode::asString)
                .contains("measured", "no readings");
        assertThat(options.path("xAxis").path("data").get(1).asString()).isEqualTo("Tue 24 Nov 07:00");
    }

    private JsonNode series(String id) {
        return options.path("series")
                .valueStream()
                .filter(series -> series.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LoadPoint point(String start, @Nullable String kwh, double completeness) {
        return new LoadPoint(
                OffsetDateTime.parse(start),
                kwh == null ? null : new BigDecimal(kwh),
                new BigDecimal("10"),
                new BigDecimal("13"),
                new BigDecimal("16"),
                completeness);
    }
}
