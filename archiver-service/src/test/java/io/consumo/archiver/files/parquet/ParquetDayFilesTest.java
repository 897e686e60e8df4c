package io.consumo.archiver.files.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.files.DamagedFile;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.DayFilesFixture;
import io.consumo.archiver.files.FilesProperties;
import io.consumo.archiver.files.InMemoryArchiveStore;
import io.consumo.archiver.files.Rows;
import io.consumo.archiver.files.StoredFile;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.files.domain.Manifest;
import io.consumo.model.IntervalLength;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetDayFilesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-10");

    @TempDir
    private Path scratch;

    private final InMemoryArchiveStore store = new InMemoryArchiveStore();
    private final InstallationProperties installation =
            new InstallationProperties(Rows.MADRID, 30, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private ParquetDayFormat format() {
        return new ParquetDayFormat(new FilesProperties(scratch, scratch, 1_000, 500, 9), installation);
    }

    private ParquetDayFormat open = null;

    private DayFiles files() {
        if (open == null) {
            open = format();
        }
        return DayFilesFixture.in(store, open, scratch, installation);
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private Manifest archived(LocalDate day, List<DayRow> rows) {
        try (DayFiles.Draft draft = files().draft(day, 1, rows::forEach)) {
            files().store(draft);
            files().verify(draft.manifest());
            files().commit(draft.manifest());
            return draft.manifest();
        }
    }

    private List<DayRow> read(LocalDate day, Optional<String> client) {
        List<DayRow> rows = new ArrayList<>();
        files().read(day, client, rows::add);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-10", "2026-03-29", "2026-10-25"})
    void givesBackEverySlotAlsoWhenTheClockChanges(LocalDate day) {
        List<DayRow> rows = Rows.rows(day, 500);
        Manifest manifest = archived(day, rows);

        assertThat(read(day, Optional.empty())).isEqualTo(rows);
        assertThat(manifest.contents().clients()).isEqualTo(500);
        assertThat(manifest.contents().dayRows()).isEqualTo(rows.size());
        assertThat(files().days()).containsExactly(day);
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void findsOneClientWithoutReadingTheOthers() {
        List<DayRow> rows = Rows.rows(DAY, 1_000);
        archived(DAY, rows);

        assertThat(read(DAY, Optional.of("C-000700")))
                .hasSize(2)
                .isEqualTo(rows.stream()
                        .filter(row -> row.clientId().equals("C-000700"))
                        .toList());
        assertThat(read(DAY, Optional.of("C-9"))).isEmpty();
    }

    @Test
    void readsAFewPagesOfAFileThatWasHashedBefore() {
        List<DayRow> rows = Rows.rows(DAY, 1_000);
        Manifest manifest = archived(DAY, rows);
        DayFiles files = files();
        files.query(DAY, Optional.of("C-000700"), row -> {});
        store.bytesRead = 0;
        List<DayRow> found = new ArrayList<>();

        files.query(DAY, Optional.of("C-000702"), found::add);

        assertThat(found).extracting(DayRow::clientId).containsExactly("C-000702");
        assertThat(store.bytesRead).isLessThan(manifest.bytes() / 4);
    }

    @Test
    void sortsClientsByTheirBytesAsStoresDo() {
        List<DayRow> rows = List.of(
                Rows.row("C 1", DAY, IntervalLength.HOUR, 1),
                Rows.row("C-1", DAY, IntervalLength.HOUR, 1),
                Rows.row("Z", DAY, IntervalLength.HOUR, 1),
                Rows.row("a", DAY, IntervalLength.HOUR, 1),
                Rows.row("ñ", DAY, IntervalLength.HOUR, 1),
                Rows.row("\uFFFD", DAY, IntervalLength.HOUR, 1),
                Rows.row("\uD83D\uDD0C", DAY, IntervalLength.HOUR, 1));
        archived(DAY, rows);
        assertThat(read(DAY, Optional.of("\uD83D\uDD0C"))).containsExactly(rows.getLast());
        assertThatThrownBy(() -> files().draft(DAY, 1, rows.reversed()::forEach))
                .hasMessageContaining("comes after");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void canBeReadByPlainSqlWithoutOurCode() throws Exception {
        List<DayRow> rows = Rows.rows(DAY, 300);
        Manifest manifest = archived(DAY, rows);
        Path folder = Files.createDirectories(scratch.resolve("archive/readings/day=" + DAY));
        Files.write(folder.resolve(manifest.file()), store.files.get("readings/day=" + DAY + "/" + manifest.file()));
        Path other = Files.createDirectories(scratch.resolve("archive/readings/day=2026-10-11"));
        Files.write(other.resolve(manifest.file()), store.files.get("readings/day=" + DAY + "/" + manifest.file()));

        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            String from = " from read_parquet('" + scratch
                    + "/archive/readings/day=*/*.parquet', hive_partitioning = true) where day = date '" + DAY + "'";
            try (ResultSet sums = statement.executeQuery(
                    "select count(*), count(distinct client_id), sum(energy), sum(energy) / 10000" + from)) {
                sums.next();
                assertThat(sums.getLong(1)).isEqualTo(manifest.contents().rows());
                assertThat(sums.getLong(2)).isEqualTo(300);
                assertThat(sums.getLong(3)).isEqualTo(manifest.contents().energy());
                assertThat(sums.getBigDecimal(4))
                        .isCloseTo(
                                BigDecimal.valueOf(manifest.contents().energy(), 4),
                                org.assertj.core.data.Offset.offset(new BigDecimal("0.01")));
            }
            try (ResultSet types = statement.executeQuery("select distinct typeof(client_id), typeof(start),"
                    + " typeof(minutes), typeof(slot), typeof(energy), typeof(quality), typeof(revision), typeof(day)"
                    + from)) {
                types.next();
                List<String> names = new ArrayList<>();
                for (int column = 1; column <= 8; column++) {
                    names.add(types.getString(column));
                }
                assertThat(names)
                        .containsExactly(
                                "VARCHAR",
                                "TIMESTAMP WITH TIME ZONE",
                                "INTEGER",
                                "INTEGER",
                                "INTEGER",
                                "VARCHAR",
                                "BIGINT",
                                "DATE");
            }
            try (ResultSet first = statement.executeQuery("select epoch_ms(start), energy, quality, revision" + from
                    + " order by client_id, start limit 1")) {
                first.next();
                assertThat(first.getLong(1))
                        .isEqualTo(DAY.atStartOfDay(Rows.MADRID).toInstant().toEpochMilli());
                assertThat(first.getInt(2)).isEqualTo(rows.getFirst().slots().energy(0));
            }
        }
    }

    @Test
    void tellsEveryFlippedBit() {
        Manifest manifest = archived(DAY, Rows.rows(DAY, 60));
        String name = "readings/day=" + DAY + "/" + manifest.file();
        byte[] whole = store.files.get(name);
        DayFiles asking = files();
        asking.query(DAY, Optional.of("C-000003"), row -> {});
        for (int position = 0; position < whole.length; position += Math.max(1, whole.length / 200)) {
            byte[] flipped = whole.clone();
            flipped[position] ^= 0x10;
            store.files.put(name, flipped);
            assertThatThrownBy(() -> files().verify(manifest))
                    .as("byte " + position)
                    .isInstanceOf(DamagedFile.class)
                    .hasMessageContaining(manifest.file())
                    .hasMessageContaining(manifest.sha256())
                    .hasMessageContaining("its SHA-256 is ");
            assertThatThrownBy(() -> read(DAY, Optional.of("C-000003"))).isInstanceOf(DamagedFile.class);
            assertThatThrownBy(() -> asking.query(DAY, Optional.of("C-000003"), row -> {}))
                    .isInstanceOf(DamagedFile.class);
        }
    }

    @Test
    void tellsATruncatedFile() {
        Manifest manifest = archived(DAY, Rows.rows(DAY, 60));
        String name = "readings/day=" + DAY + "/" + manifest.file();
        byte[] whole = store.files.get(name);
        for (int length : new int[] {0, 3, 100, whole.length / 2, whole.length - 1}) {
            store.files.put(name, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> files().verify(manifest)).hasMessageContaining("(" + length + " bytes)");
            assertThatThrownBy(() -> read(DAY, Optional.empty())).isInstanceOf(DamagedFile.class);
        }
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(files().manifest(DAY)).isEmpty();
        assertThatThrownBy(() -> files().required(DAY))
                .hasMessage("memory:readings/day=2026-10-10/_manifest.json: it is missing");
        Manifest manifest = archived(DAY, Rows.rows(DAY, 6));
        store.files.remove("readings/day=" + DAY + "/" + manifest.file());
        assertThatThrownBy(() -> files().verify(manifest)).hasMessageContaining("it is missing");
        assertThatThrownBy(() -> read(DAY, Optional.empty())).hasMessageContaining("it is missing");
    }

    @Test
    void refusesWhatANewerConsumoWrote() {
        Manifest manifest = archived(DAY, Rows.rows(DAY, 6));
        String name = "readings/day=" + DAY + "/_manifest.json";
        String content = new String(store.files.get(name), UTF_8);
        store.files.put(
                name, content.replace("\"schema\" : 1", "\"schema\" : 2").getBytes(UTF_8));
        assertThatThrownBy(() -> files().manifest(DAY))
                .hasMessageContaining("it was written by a newer Consumo: its schema is 2, this one reads up to 1");

        String file = "readings/day=" + DAY + "/" + manifest.file();
        byte[] bytes = store.files.get(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int version = text.indexOf("consumo.schema") + "consumo.schema".length() + 2;
        assertThat((char) bytes[version]).isEqualTo('1');
        bytes[version] = '7';
        try (StoredFile stored = store.open(file).orElseThrow()) {
            assertThatThrownBy(() -> open.read(stored, file, DAY, Optional.empty(), row -> {}))
                    .hasMessageContaining("newer Consumo: its schema is 7");
        }
    }

    @Test
    void refusesAManifestThatIsNone() {
        String name = "readings/day=" + DAY + "/_manifest.json";
        for (String content : List.of("", "{", "[]", "{}", "null", "{\"schema\":1,\"day\":\"2026-10-11\"}")) {
            store.files.put(name, content.getBytes(UTF_8));
            assertThatThrownBy(() -> files().manifest(DAY))
                    .as(content)
                    .isInstanceOf(DamagedFile.class)
                    .hasMessageStartingWith("memory:" + name);
        }
    }

    @Test
    void readsTheNewFileWhenOneTakesThePlaceOfTheOldInTheMidst() {
        archived(DAY, Rows.rows(DAY, 6));
        store.beforeOpening = name -> {
            if (name.endsWith(".parquet")) {
                store.beforeOpening = other -> {};
                try (DayFiles.Draft draft = files().draft(DAY, 2, Rows.rows(DAY, 7)::forEach)) {
                    files().store(draft);
                    files().commit(draft.manifest());
                }
            }
        };

        assertThat(read(DAY, Optional.empty())).hasSize(8);
    }

    @Test
    void keepsOneFileADay() {
        archived(DAY, Rows.rows(DAY, 6));
        try (DayFiles.Draft draft = files().draft(DAY, 2, Rows.rows(DAY, 7)::forEach)) {
            files().store(draft);
            assertThat(read(DAY, Optional.empty())).hasSize(6);
            files().commit(draft.manifest());
        }
        assertThat(read(DAY, Optional.empty())).hasSize(8);
        assertThat(store.files).hasSize(2);
    }
}
