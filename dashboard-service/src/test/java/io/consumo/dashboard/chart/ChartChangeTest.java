package io.consumo.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ChartChangeTest {

    @Test
    void sendsNothingWhenNothingChanged() {
        assertThat(ChartChange.between(chart("1", "a"), chart("1", "a"))).isEmpty();
    }

    @Test
    void sendsOnlyTheSeriesThatChanged() {
        ObjectNode change = ChartChange.between(chart("1", "a"), chart("2", "a"));

        assertThat(change).isNotNull();
        assertThat(change.path("series")).hasSize(1);
        assertThat(change.path("series").get(0).path("id").asString()).isEqualTo("observed");
        assertThat(change.has("consumo")).isFalse();
    }

    @Test
    void sendsTheTextsOfTheTooltipWhenTheyChanged() {
        ObjectNode change = ChartChange.between(chart("1", "a"), chart("1", "b"));

        assertThat(change).isNotNull();
        assertThat(change.has("series")).isFalse();
        assertThat(change.path("consumo").path("tips").toString()).contains("b");
    }

    @Test
    void sendsAllWhenTheAxisMovesOn() {
        ObjectNode later = new ChartOptions(List.of("14:00"), List.of(""), "kWh", true)
                .observed(List.of(BigDecimal.ONE))
                .build();

        assertThat(ChartChange.between(chart("1", "a"), later)).isNull();
    }

    private static ObjectNode chart(String value, String tip) {
        return new ChartOptions(List.of("13:00"), List.of(""), "kWh", true)
                .tip(List.of("measured", tip))
                .expected(List.of(BigDecimal.ONE))
                .observed(List.of(new BigDecimal(value)))
                .build();
    }
}
