package io.consumo.producer.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.BandHours;
import io.consumo.model.ReadingRules;
import io.consumo.model.file.CsvReadings;
import io.consumo.model.file.Progress;
import io.consumo.model.file.ReadingFile.Columns;
import io.consumo.model.file.ReadingFile.Form;
import io.consumo.producer.verify.VerifyFile.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyFileTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final String FILE = """
            client_id,start,kwh
            A,2026-10-25T01:00,0.1
            A,2026-10-25T02:00,0.2
            A,2026-10-25T02:00,0.3
            A,2026-11-01T00:00,0.0004
            A,2026-11-01T00:00,0.0005
            A,2026-11-02T00:00,rubbish
            B,2026-11-01T03:00,7
            """;

    private final StubInstalled installed = new StubInstalled();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void storeTheSame() {
        installed.day("A", "2026-10-25", "0.6", 3);
        installed.day("A", "2026-11-01", "0.0005", 1);
        installed.day("B", "2026-11-01", "7.0", 1);
        installed.month("A", "2026-10", "0.6000", 1);
        installed.month("A", "2026-11", "0.0005", 1);
        installed.month("B", "2026-11", "7", 1);
    }

    @Test
    void findsNothingWhereAllIsEqual() throws IOException {
        assertThat(verify()).isEqualTo(new Verified(2, 3, 3, 0, 1));
        assertThat(told).isEmpty();
    }

    @Test
    void tellsTheLeastDifferenceOfADayOrMonth() throws IOException {
        installed.days.remove(1);
        installed.day("A", "2026-11-01", "0.0006", 1);
        installed.months.remove(0);
        installed.month("A", "2026-10", "0.6", 2);
        assertThat(verify().differences()).isEqualTo(2);
        assertThat(told)
                .containsExactly(
                        "A 2026-11-01: 0.0005 kWh of 1 (0.0005 0.0000 0.0000 0.0000)"
                                + " / 0.0006 kWh of 1 (0.0006 0.0000 0.0000 0.0000)",
                        "A 2026-10: 0.6000 kWh of 1 (0.6000 0.0000 0.0000 0.0000)"
                                + " / 0.6000 kWh of 2 (0.6000 0.0000 0.0000 0.0000)");
    }

    @Test
    void tellsWhatIsMissingAndWhatIsTooMuch() throws IOException {
        installed.days.removeLast();
        installed.day("A", "2026-10-30", "1", 1);
        assertThat(verify().differences()).isEqualTo(2);
        assertThat(told)
                .containsExactly(
                        "A 2026-10-30: nothing / 1.0000 kWh of 1 (1.0000 0.0000 0.0000 0.0000)",
                        "B 2026-11-01: 7.0000 kWh of 1 (7.0000 0.0000 0.0000 0.0000) / nothing");
    }

    @Test
    void waitsUntilAllIsFollowedUpButNotForEver() throws InterruptedException {
        installed.looksUntilUpToDate = 1;
        subject(Duration.ofMinutes(1)).awaitUpToDate();
        assertThat(installed.looksUntilUpToDate).isEqualTo(-2);

        installed.looksUntilUpToDate = Integer.MAX_VALUE;
        assertThatThrownBy(() -> subject(Duration.ZERO).awaitUpToDate())
                .isInstanceOf(NotAnswered.class)
                .hasMessageContaining("still readings to store");
    }

    private Verified verify() throws IOException {
        return subject(Duration.ZERO)
                .verify(
                        new ByteArrayInputStream(FILE.getBytes(UTF_8)),
                        new Form(Columns.USUAL, null, null, null),
                        Progress.NONE,
                        (client, period, file, other) -> told.add(client + " " + period + ": " + file + " / " + other));
    }

    private VerifyFile subject(Duration patience) {
        ReadingRules rules = new ReadingRules(
                MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, () -> Instant.parse("2026-11-24T11:00:00Z"));
        URI nowhere = URI.create("http://localhost:1");
        return new VerifyFile(
                new CsvReadings(rules),
                installed,
                rules,
                new VerifyProperties(nowhere, nowhere, "", BandHours.DEFAULT, patience, Duration.ofSeconds(1)));
    }
}
