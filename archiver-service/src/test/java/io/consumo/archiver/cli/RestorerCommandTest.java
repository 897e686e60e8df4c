package io.consumo.archiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RestorerCommandTest {

    private static final String ONE = """
            [{"id":"7","fromDay":"2026-09-01","toDay":"2026-09-30","clientId":null,"state":"READY","rows":1500,
              "expiresAt":"2026-12-01T10:00:00Z","createdBy":"operator","createdAt":"2026-11-24T10:00:00Z",
              "releasedAt":null}]
            """;

    @Test
    void listsRestores() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, ONE)) {
            assertThat(archiver.run(RestorerCommand::new, "--list")).isZero();
            assertThat(archiver.out()).isEqualToNormalizingNewlines("""
                    id  from        to          client  state   rows  by        expires               released
                     7  2026-09-01  2026-09-30  all     READY  1,500  operator  2026-12-01T10:00:00Z  no
                    """);
            assertThat(archiver.asked()).startsWith("/internal/restores ");
        }
    }

    @Test
    void saysSoWhenThereAreNone() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "[]")) {
            assertThat(archiver.run(RestorerCommand::new, "--list")).isZero();
            assertThat(archiver.out()).isEqualToNormalizingNewlines("There are no restores.\n");
        }
    }

    @Test
    void tellsWhatWouldBeLoadedBack() throws IOException {
        String preview = """
                {"from":"2026-09-01","to":"2026-09-30","clientId":"C-1","days":29,"notArchived":["2026-09-30"],
                 "rows":696,"clients":1,"expiresAfterDays":7}
                """;
        try (StubArchiver archiver = new StubArchiver(200, preview)) {
            String[] asked = {"--from", "2026-09-01", "--to", "2026-09-30", "--client", "C-1", "--dry-run"};
            assertThat(archiver.run(RestorerCommand::new, asked)).isZero();
            assertThat(archiver.asked()).startsWith("/internal/restores/preview ");
            assertThat(archiver.out()).isEqualToNormalizingNewlines("""
                    Would load 29 days, 1 client, 696 rows, for 7 days.
                    Not archived: 1 day of the range, from 2026-09-30 to 2026-09-30.
                    Dry run: nothing was changed.
                    """);
        }
    }

    @Test
    void releases() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "")) {
            assertThat(archiver.run(RestorerCommand::new, "--release", "7")).isZero();
            assertThat(archiver.asked()).startsWith("/internal/restores/7 ");
            assertThat(archiver.run(RestorerCommand::new, "--release", "../7")).isEqualTo(2);
        }
    }

    @Test
    void wantsBothEndsOfARange() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "")) {
            assertThat(archiver.run(RestorerCommand::new, "--from", "2026-09-01"))
                    .isEqualTo(2);
            assertThat(archiver.run(RestorerCommand::new, "--from", "2026-09-02", "--to", "2026-09-01"))
                    .isEqualTo(2);
            assertThat(archiver.asked()).isEmpty();
        }
    }

    @Test
    void namesTheOptionAndHowADayIsWritten() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "[]")) {
            assertThat(archiver.run(RestorerCommand::new, "--from", "01/09/2026"))
                    .isEqualTo(2);
            assertThat(archiver.err())
                    .contains("--from")
                    .contains("must be a day such as 2026-10-01, was '01/09/2026'");
        }
    }

    @Test
    void helpsWithExamplesThatFitATerminal() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "[]")) {
            assertThat(archiver.run(RestorerCommand::new, "--help")).isZero();
            assertThat(archiver.out())
                    .contains("restorer --list           what was loaded back, and until when it stays\n")
                    .contains("Exit code");
        }
    }

    @Test
    void asksWhatToDo() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "[]")) {
            assertThat(archiver.run(RestorerCommand::new)).isEqualTo(2);
            assertThat(archiver.err()).contains("--list").contains("restorer --help");
        }
    }
}
