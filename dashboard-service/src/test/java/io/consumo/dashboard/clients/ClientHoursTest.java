package io.consumo.dashboard.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.Quality;
import io.consumo.model.api.HourlyConsumption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Formats FORMATS = new Formats(Texts.ENGLISH, MADRID);
    private static final LocalDate CLOCKS_BACK = LocalDate.of(2026, 10, 25);

    @Test
    void hasTwentyFiveHoursWhenTheClocksGoBack() {
        ClientHours hours = new ClientHours(CLOCKS_BACK, CLOCKS_BACK, every("1.0"), FORMATS);

        assertThat(hours.starts()).hasSize(25);
        assertThat(hours.columns(1).getFirst().kwh()).hasSize(24).element(2).isEqualTo(new BigDecimal("2.0"));
    }

    @Test
    void countsWhatIsMissingUntilNow() {
        List<HourlyConsumption> found = every("1.0").stream()
                .filter(hour -> hour.start().getHour() != 9)
                .toList();
        ClientHours hours = new ClientHours(CLOCKS_BACK, CLOCKS_BACK, found, FORMATS);

        assertThat(hours.missing(at(12))).isEqualTo(1);
        assertThat(hours.missing(at(8))).isZero();
        assertThat(hours.columns(1).getFirst().kwh().get(9)).isNull();
    }

    @Test
    void tellsWhereDaysCameFrom() {
        assertThat(new ClientHours(CLOCKS_BACK, CLOCKS_BACK, every("1.0"), FORMATS).sources())
                .containsExactly(java.util.Map.entry("window", 1));
    }

    private static java.time.Instant at(int hour) {
        return CLOCKS_BACK.atTime(hour, 0).atZone(MADRID).toInstant();
    }

    private static List<HourlyConsumption> every(String kwh) {
        ZonedDateTime midnight = CLOCKS_BACK.atStartOfDay(MADRID);
        return Stream.iterate(midnight, hour -> hour.plusHours(1))
                .limit(25)
                .map(hour -> new HourlyConsumption(
                        "C-1", hour.toOffsetDateTime(), new BigDecimal(kwh), Quality.MEASURED, false, "window"))
                .toList();
    }
}
