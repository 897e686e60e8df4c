package io.consumo.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingJsonTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ReadingRules RULES =
            new ReadingRules(MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, () -> NOW);

    @Test
    void readsTheExampleOfTheContractWithItsDefaults() {
        assertThat(read("{\"clientId\":\"C-000042\",\"start\":\"2026-11-24T10:00:00+01:00\",\"kwh\":0.412}"))
                .isEqualTo(new Reading(
                        "C-000042",
                        Instant.parse("2026-11-24T09:00:00Z"),
                        IntervalLength.HOUR,
                        new Energy(4_120),
                        Quality.MEASURED,
                        7));
    }

    @Test
    void readsWhatItWrites() {
        Reading reading = new Reading(
                "ES0021", NOW.minusSeconds(1800), IntervalLength.QUARTER_HOUR, new Energy(5), Quality.ESTIMATED, 3);
        assertThat(ReadingJson.read(ReadingJson.write(reading, MADRID), RULES, 9))
                .isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            value     | no json
            value     | [1,2]
            value     | {"clientId":"C"} {}
            clientId  | {"start":"2026-11-24T10:00:00+01:00","kwh":1}
            clientId  | {"clientId":"  ","start":"2026-11-24T10:00:00+01:00","kwh":1}
            clientId  | {"clientId":7,"start":"2026-11-24T10:00:00+01:00","kwh":1}
            clientId  | {"clientId":"C\\ud800","start":"2026-11-24T10:00:00+01:00","kwh":1}
            start     | {"clientId":"C","kwh":1}
            start     | {"clientId":"C","start":"2026-11-24T10:00:00","kwh":1}
            start     | {"clientId":"C","start":"2026-11-24T10:07:00+01:00","kwh":1}
            start     | {"clientId":"C","start":"2026-11-24T13:00:00+01:00","kwh":1}
            start     | {"clientId":"C","start":"2006-11-23T10:00:00+01:00","kwh":1}
            minutes   | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":1,"minutes":20}
            minutes   | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":1,"minutes":60.5}
            kwh       | {"clientId":"C","start":"2026-11-24T10:00:00+01:00"}
            kwh       | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":"1"}
            kwh       | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":-0.1}
            kwh       | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":1e300}
            quality   | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":1,"quality":"GOOD"}
            revision  | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":1,"revision":-1}
            value     | {"clientId":"C","start":"2026-11-24T10:00:00+01:00","kwh":NaN}
            """)
    void namesTheFieldThatIsWrong(String field, String json) {
        InvalidReading refusal = catchThrowableOfType(InvalidReading.class, () -> read(json));
        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason()).hasSizeLessThan(200);
    }

    @Property(tries = 500)
    void neverFailsOtherwiseHoweverBrokenTheBytesAre(@ForAll byte[] bytes) {
        try {
            ReadingJson.read(bytes, RULES, 1);
        } catch (InvalidReading refusal) {
            assertThat(refusal.reason()).isNotBlank();
        }
    }

    private static Reading read(String json) {
        return ReadingJson.read(json.getBytes(UTF_8), RULES, 7);
    }
}
