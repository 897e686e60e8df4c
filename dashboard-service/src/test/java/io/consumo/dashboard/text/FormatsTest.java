package io.consumo.dashboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.api.Anomaly.EnergyRange;
import io.consumo.model.api.Anomaly.MoneyRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final Formats english = new Formats(Texts.ENGLISH, MADRID);
    private final Formats spanish = new Formats(Texts.SPANISH, MADRID);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0         | 0 kWh
                    0.412     | 0.412 kWh
                    0.4119    | 0.412 kWh
                    9.4       | 9.4 kWh
                    351.28    | 351 kWh
                    1237      | 1,240 kWh
                    9996      | 10,000 kWh
                    12412     | 12.4 MWh
                    1240000   | 1,240 MWh
                    15000000  | 15 GWh
                    -88.2     | −88.2 kWh
                    """)
    void tellsEnergyInThreePlacesOfTheUnitThatSuits(BigDecimal kwh, String text) {
        assertThat(english.energy(kwh)).isEqualTo(thin(text));
    }

    @Test
    void writesDecimalCommasInSpanish() {
        assertThat(spanish.energy(new BigDecimal("0.412"))).isEqualTo(thin("0,412 kWh"));
        assertThat(spanish.percent(0.986)).isEqualTo(thin("98,6 %"));
        assertThat(spanish.kwh(new BigDecimal("12345.678"), 1)).isEqualTo(thin("12.345,7 kWh"));
    }

    @Test
    void tellsMoneyAsARange() {
        MoneyRange range = new MoneyRange(new BigDecimal("309.6"), BigDecimal.TEN, new BigDecimal("540.2"), "EUR");

        assertThat(english.money(range)).isEqualTo(thin("€ 310–540"));
        assertThat(spanish.money(range)).isEqualTo(thin("310–540 €"));
    }

    @Test
    void tellsOneAmountWhereTheRangeHasNoWidth() {
        MoneyRange nothing = new MoneyRange(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "EUR");

        assertThat(english.money(nothing)).isEqualTo(thin("€ 0"));
    }

    @Test
    void tellsARangeOfEnergyInOneUnit() {
        EnergyRange range = new EnergyRange(new BigDecimal("9800"), new BigDecimal("11000"), new BigDecimal("12200"));

        assertThat(english.energy(range)).isEqualTo(thin("9.8–12.2 MWh"));
    }

    @Test
    void tellsChangesWithTheirSign() {
        assertThat(english.change(4.24)).isEqualTo(thin("+4.2 %"));
        assertThat(spanish.change(-12)).isEqualTo(thin("−12,0 %"));
        assertThat(english.change(214.3)).isEqualTo(thin("+214 %"));
    }

    @Test
    void tellsTimesInTheInstallationsZone() {
        assertThat(english.exact(Instant.parse("2026-11-24T13:03:12Z"))).isEqualTo("24 Nov 2026, 14:03:12");
        assertThat(spanish.hour(OffsetDateTime.parse("2026-11-24T13:00:00Z"))).isEqualTo("mar 24 nov 14:00");
    }

    @Test
    void tellsDaysAndMonths() {
        assertThat(english.days(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 24)))
                .isEqualTo("19–24 Nov");
        assertThat(spanish.days(LocalDate.of(2026, 10, 28), LocalDate.of(2026, 11, 2)))
                .isEqualTo("28 oct–2 nov");
        assertThat(spanish.month(YearMonth.of(2026, 11))).isEqualTo("Noviembre 2026");
    }

    private static String thin(String text) {
        return text.replace(" ", Formats.THIN_SPACE);
    }

    @Test
    void writesBytesInTheUnitThatSuits() {
        assertThat(new Formats(Texts.ENGLISH, java.time.ZoneOffset.UTC).bytes(22_900_000))
                .isEqualTo("22.9" + Formats.THIN_SPACE + "MB");
        assertThat(new Formats(Texts.SPANISH, java.time.ZoneOffset.UTC).bytes(1_480))
                .isEqualTo("1,48" + Formats.THIN_SPACE + "kB");
    }

    @Test
    void namesTheBeginOfAMonthByItsDays() {
        Formats formats = new Formats(Texts.ENGLISH, ZoneId.of("Europe/Madrid"));

        assertThat(formats.monthUntil(LocalDate.of(2026, 11, 27), false)).isEqualTo("1–27 Nov");
        assertThat(formats.monthUntil(LocalDate.of(2026, 11, 27), true)).isEqualTo("1–27 Nov 2026");
        assertThat(formats.monthUntil(LocalDate.of(2026, 11, 30), true)).isEqualTo("November 2026");
    }
}
