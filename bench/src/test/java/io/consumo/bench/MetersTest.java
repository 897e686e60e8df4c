package io.consumo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.bench.Meters.Order;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {

    /** Two days, the second has 23 hours. */
    private final Meters meters = new Meters("M", 3, 2, LocalDate.of(2026, 3, 29), ZoneId.of("Europe/Madrid"));

    @Test
    void bothOrdersHoldTheSameReadings() {
        assertThat(readings(Order.SWEEP))
                .hasSize(3 * (24 + 23))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(readings(Order.CATCH_UP));
    }

    @Test
    void aSweepTellsOneHourOfAllClientsFirst() {
        assertThat(readings(Order.SWEEP).subList(0, 4))
                .extracting(Reading::clientId)
                .containsExactly("M-000000", "M-000001", "M-000002", "M-000000");
        assertThat(readings(Order.CATCH_UP).subList(0, 24))
                .extracting(Reading::clientId)
                .containsOnly("M-000000");
    }

    private List<Reading> readings(Order order) {
        List<Reading> readings = new ArrayList<>();
        meters.each(order, readings::add);
        return readings;
    }
}
