package io.consumo.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.ReadingRules;
import io.consumo.model.file.ReadingFile.BadLine;
import io.consumo.model.file.ReadingFile.Columns;
import io.consumo.model.file.ReadingFile.Form;
import io.consumo.model.file.ReadingFile.UnknownForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Form USUAL = new Form(Columns.USUAL, null, null, null);
    private static final long REVISION = 7;

    private final CsvReadings csv =
            new CsvReadings(new ReadingRules(MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, () -> NOW));

    private static final class Lines implements ReadingFile.Sink {
        private final List<Reading> good = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();
        private List<String> ignored = List.of();

        @Override
        public void ignored(List<String> columns) {
            ignored = columns;
        }

        @Override
        public void good(Reading reading) {
            good.add(reading);
        }

        @Override
        public void bad(BadLine line) {
            bad.add(line);
        }

        List<String> starts() {
            return good.stream()
                    .map(reading ->
                            reading.start().atZone(MADRID).toOffsetDateTime().toString())
                    .toList();
        }
    }

    private Lines read(byte[] bytes, Form form, long shiftDays) throws IOException {
        Lines lines = new Lines();
        csv.read(new ByteArrayInputStream(bytes), form, shiftDays, REVISION, lines);
        return lines;
    }

    private Lines read(String text, Form form) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), form, 0);
    }

    private Lines read(String text) throws IOException {
        return read(text, USUAL);
    }

    private static Reading reading(String clientId, String start, IntervalLength length, String kwh, Quality quality) {
        return new Reading(clientId, Instant.parse(start), length, Energy.ofKwh(kwh), quality, REVISION);
    }

    @Test
    void readsOurOwnForm() throws IOException {
        Lines lines = read("""
                client_id,start,kwh,minutes,quality
                C-000001,2026-11-23T10:00:00+01:00,0.412,60,MEASURED
                C-000002,2026-11-23T10:15:00+01:00,0.1,15,ESTIMATED
                C-000003,2026-11-23T09:00:00Z,0,,
                """);
        assertThat(lines.bad).isEmpty();
        assertThat(lines.good)
                .containsExactly(
                        reading("C-000001", "2026-11-23T09:00:00Z", IntervalLength.HOUR, "0.412", Quality.MEASURED),
                        reading(
                                "C-000002",
                                "2026-11-23T09:15:00Z",
                                IntervalLength.QUARTER_HOUR,
                                "0.1",
                                Quality.ESTIMATED),
                        reading("C-000003", "2026-11-23T09:00:00Z", IntervalLength.HOUR, "0", Quality.MEASURED));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void detectsTheSeparator(String separator) throws IOException {
        Lines lines = read("client_id,start,kwh\nA,2026-11-23 10:00,1.5\n".replace(",", separator));
        assertThat(lines.good)
                .containsExactly(reading("A", "2026-11-23T09:00:00Z", IntervalLength.HOUR, "1.5", Quality.MEASURED));
    }

    @Test
    void detectsTheDecimalComma() throws IOException {
        Lines lines =
                read("client_id;start;kwh\nA;2026-11-23 10:00;1,5\nA;2026-11-23 11:00;2\nA;2026-11-23 12:00;1.5\n");
        assertThat(lines.good).extracting(Reading::energy).containsExactly(Energy.ofKwh("1.5"), Energy.ofKwh("2"));
        assertThat(lines.bad)
                .containsExactly(new BadLine(4, "kwh: must be a number with ',' as its decimal mark, was '1.5'"));
    }

    @Test
    void readsADecimalCommaInQuotes() throws IOException {
        assertThat(read("client_id,start,kwh\nA,2026-11-23T10:00,\"0,412\"\n").good)
                .extracting(Reading::energy)
                .containsExactly(Energy.ofKwh("0.412"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 2026-11-23T09:00:00Z",
        "2026-11-23 10:00:00, 2026-11-23T09:00:00Z",
        "2026-11-23 10:00:00.000, 2026-11-23T09:00:00Z",
        "2026/11/23 10:00, 2026-11-23T09:00:00Z",
        "23/11/2026 10:00, 2026-11-23T09:00:00Z",
        "3/7/2026 9:00, 2026-07-03T07:00:00Z",
        "2026-11-23T10:00:00+0100, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00Z, 2026-11-23T10:00:00Z"
    })
    void takesTimesInTheirUsualForms(String written, Instant start) throws IOException {
        Lines lines = read("client_id,start,kwh\nA," + written + ",1\n");
        assertThat(lines.bad).isEmpty();
        assertThat(lines.good).extracting(Reading::start).containsExactly(start);
    }

    @Test
    void mapsAnyHeaderAndTellsWhatItIgnores() throws IOException {
        Lines lines = read(
                "Zähler,Wert,Bemerkung,Zeit\nA,1.5,gut,2026-11-23T10:00\n",
                new Form(new Columns("Zähler", "zeit", "Wert", null, null), null, null, null));
        assertThat(lines.good).hasSize(1);
        assertThat(lines.ignored).containsExactly("Bemerkung");
    }

    @Test
    void namesTheOptionOfAColumnThatItCannotFind() {
        assertThatThrownBy(() -> read("who,start,kwh\n"))
                .isInstanceOf(UnknownForm.class)
                .hasMessageContaining("--client-column")
                .hasMessageContaining("who, start, kwh");
        assertThatThrownBy(() -> read(
                        "client_id,start,kwh\n", new Form(new Columns("x", null, null, null, null), null, null, null)))
                .isInstanceOf(UnknownForm.class)
                .hasMessageContaining("no column 'x'");
        assertThatThrownBy(() -> read("\n\n")).isInstanceOf(UnknownForm.class).hasMessage("the file is empty");
    }

    @Test
    void readsTheDistributorsFiles() throws IOException {
        Lines lines = read("""
                CUPS;Fecha;Hora;Consumo_kWh;Metodo_obtencion
                ES0021000000000001AB;23/11/2026;1;0,412;R
                ES0021000000000001AB;23/11/2026;24;1,000;E
                """);
        assertThat(lines.good)
                .containsExactly(
                        reading(
                                "ES0021000000000001AB",
                                "2026-11-22T23:00:00Z",
                                IntervalLength.HOUR,
                                "0.412",
                                Quality.MEASURED),
                        reading(
                                "ES0021000000000001AB",
                                "2026-11-23T22:00:00Z",
                                IntervalLength.HOUR,
                                "1",
                                Quality.ESTIMATED));
    }

    @Test
    void readsDatadisFiles() throws IOException {
        Lines lines = read("""
                CUPS;Fecha;Hora;AE_kWh;REAL/ESTIMADO
                ES1;2026/11/23;01:00;0,412;Real
                ES1;2026/11/23;24:00;0,5;Estimada
                """);
        assertThat(lines.starts()).containsExactly("2026-11-23T00:00+01:00", "2026-11-23T23:00+01:00");
        assertThat(lines.good).extracting(Reading::quality).containsExactly(Quality.MEASURED, Quality.ESTIMATED);
    }

    @ParameterizedTest
    @CsvSource({"29/03/2026, 23, 2026-03-29T23:00+02:00", "25/10/2026, 25, 2026-10-25T23:00+01:00"})
    void countsHoursOnClockChangeDays(String date, int hours, String lastStart) throws IOException {
        StringBuilder file = new StringBuilder("CUPS;Fecha;Hora;Consumo_kWh;Metodo_obtencion\n");
        for (int hour = 0; hour <= hours + 1; hour++) {
            file.append("ES1;").append(date).append(';').append(hour).append(";0,1;R\n");
        }
        Lines lines = read(file.toString());
        assertThat(lines.good).hasSize(hours);
        assertThat(lines.starts()).last().isEqualTo(lastStart);
        assertThat(lines.bad).extracting(BadLine::number).containsExactly(2L, hours + 3L);
        assertThat(lines.bad).allSatisfy(line -> assertThat(line.reason()).contains("from 1 to " + hours));
    }

    @Test
    void tellsTheHourThatDoesNotExistAsABadLine() throws IOException {
        Lines lines = read("client_id,start,kwh\nA,2026-03-29T01:00,1\nA,2026-03-29T02:00,1\nA,2026-03-29T03:00,1\n");
        assertThat(lines.starts()).containsExactly("2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00");
        assertThat(lines.bad).extracting(BadLine::number).containsExactly(3L);
        assertThat(lines.bad.getFirst().reason()).contains("does not exist in Europe/Madrid");
    }

    @Test
    void takesTheHourThatComesTwiceInSummerAndThenInWinterTime() throws IOException {
        Lines lines = read("""
                client_id,start,kwh
                A,2026-10-25T02:00,1
                B,2026-10-25T02:00,1
                A,2026-10-25T02:00,2
                B,2026-10-25T02:00,2
                """);
        assertThat(lines.starts())
                .containsExactly(
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T02:00+01:00");
    }

    @ParameterizedTest
    @CsvSource({"15, QUARTER_HOUR", "30, HALF_HOUR", "60, HOUR"})
    void detectsTheIntervalLength(int minutes, IntervalLength length) throws IOException {
        StringBuilder file = new StringBuilder("client_id,start,kwh\n");
        for (int slot = 0; slot < 8; slot++) {
            LocalDate day = LocalDate.of(2026, 11, 23);
            file.append("A,")
                    .append(day.atTime(0, 0).plusMinutes((long) slot * minutes))
                    .append(",1\n");
            file.append("B,")
                    .append(day.atTime(0, 0).plusMinutes((long) slot * minutes))
                    .append(",1\n");
        }
        assertThat(read(file.toString()).good).hasSize(16).allMatch(reading -> reading.length() == length);
    }

    @Test
    void takesTheIntervalLengthThatIsAskedFor() throws IOException {
        Form quarters = new Form(Columns.USUAL, 15, null, null);
        assertThat(read("client_id,start,kwh\nA,2026-11-23T00:00,1\n", quarters).good)
                .extracting(Reading::length)
                .containsExactly(IntervalLength.QUARTER_HOUR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,2026-11-23T10:00,1,60,MEASURED          | clientId: must not be missing or blank
            A,,1,60,MEASURED                         | start: must not be missing or blank
            A,yesterday,1,60,MEASURED                | start: must be a date and time
            A,2026-13-23T10:00,1,60,MEASURED         | start: must be a date and time
            A,2026-11-23,1,60,MEASURED               | start: has no time of day
            A,2026-11-23T10:20,1,60,MEASURED         | start: must lie on the grid
            A,2026-11-25T10:00,1,60,MEASURED         | start: must not end more than
            A,1996-11-25T10:00,1,60,MEASURED         | start: must not be older than
            A,2026-11-23T10:00,,60,MEASURED          | kwh: must not be missing
            A,2026-11-23T10:00,-1,60,MEASURED        | kwh: must not be negative
            A,2026-11-23T10:00,NaN,60,MEASURED       | kwh: must be a number
            A,2026-11-23T10:00,1e9,60,MEASURED       | kwh: must be at most
            A,2026-11-23T10:00,1,20,MEASURED         | minutes: must be one of [15, 30, 60]
            A,2026-11-23T10:00,1,60,GUESSED          | quality: must be MEASURED or ESTIMATED
            A,2026-11-23T10:00                       | line: must have at least 5 fields, has 2
            "A,2026-11-23T10:00,1,60,MEASURED        | line: must have at least 5 fields, has 1
            """, quoteCharacter = '\'')
    void tellsEachBadLineWithItsReasonAndKeepsTheGoodOnes(String line, String reason) throws IOException {
        Lines lines = read("client_id,start,kwh,minutes,quality\n\n" + line + "\nA,2026-11-23T11:00,1,60,MEASURED\n");
        assertThat(lines.bad).singleElement().satisfies(bad -> {
            assertThat(bad.number()).isEqualTo(3);
            assertThat(bad.reason()).startsWith(reason);
        });
        assertThat(lines.good).hasSize(1);
    }

    @Test
    void aHostileNumberCostsNothing() throws IOException {
        Lines lines = read("client_id,start,kwh\nA,2026-11-23T10:00,1e-999999999\nA,2026-11-23T11:00,1e999999999\n");
        assertThat(lines.good).extracting(Reading::energy).containsExactly(Energy.ZERO);
        assertThat(lines.bad).hasSize(1);
    }

    @Test
    void aLineWithoutEndIsCutAndTold() throws IOException {
        Lines lines = read("client_id,start,kwh\n" + "x".repeat(1 << 21) + "\nA,2026-11-23T11:00,1\n");
        assertThat(lines.bad).extracting(BadLine::number).containsExactly(2L);
        assertThat(lines.good).hasSize(1);
    }

    @Test
    void unpacksGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("client_id,start,kwh\nA,2026-11-23T11:00,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(packed.toByteArray(), USUAL, 0).good).hasSize(1);
    }

    /** So much of its begin is plain that it is taken for UTF-8. */
    @Test
    void refusesLinesThatAreNotWrittenAsTheBeginOfTheirFile() throws IOException {
        String plain = "A1;2026-11-23T00:00:00+01:00;0.1\n".repeat(3_000);
        String text = "clientId;start;kwh\n" + plain + "CAÑ1;2026-11-23T00:00:00+01:00;0.1\n";
        Lines lines = read(text.getBytes(Charset.forName("windows-1252")), USUAL, 0);
        assertThat(lines.good).hasSize(3_000);
        assertThat(lines.bad).singleElement().satisfies(bad -> {
            assertThat(bad.number()).isEqualTo(3_002);
            assertThat(bad.reason()).startsWith("value: is not UTF-8");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void detectsTheEncoding(String encoding) throws IOException {
        String text = "CUPS;Fecha;Hora;Consumo_kWh;Método_obtención\r\nÑÚ1;23/11/2026;1;0,1;E\r\n";
        Lines lines = read(text.getBytes(Charset.forName(encoding)), USUAL, 0);
        assertThat(lines.ignored).isEmpty();
        assertThat(lines.good).extracting(Reading::clientId).containsExactly("ÑÚ1");
        assertThat(lines.good).extracting(Reading::quality).containsExactly(Quality.ESTIMATED);
    }

    @Test
    void ignoresTheByteOrderMark() throws IOException {
        assertThat(read("\uFEFFclient_id,start,kwh\nA,2026-11-23T11:00,1\n").good)
                .hasSize(1);
    }

    @Test
    void shiftsByWholeDaysSoThatTheLastIsTheOneAskedFor() throws IOException {
        String file = "client_id,start,kwh\nA,2010-05-01T23:00,1\nA,garbage,1\nA,2010-04-30T10:00,2\n";
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        long days = csv.daysUntil(LocalDate.of(2026, 11, 23), new ByteArrayInputStream(bytes), USUAL);
        assertThat(read(bytes, USUAL, days).starts())
                .containsExactly("2026-11-23T23:00+01:00", "2026-11-22T10:00+01:00");
    }

    @Test
    void readsPastItsSampleToTheLastLine() throws IOException {
        StringBuilder file = new StringBuilder("client_id,start,kwh\n");
        int rows = 60_000;
        for (int row = 0; row < rows; row++) {
            file.append("client-").append(row).append(",2026-11-23T11:00,1.5\n");
        }
        Lines lines = read(file.toString());
        assertThat(lines.good).hasSize(rows);
        assertThat(lines.good.getLast().clientId()).isEqualTo("client-" + (rows - 1));
    }
}
