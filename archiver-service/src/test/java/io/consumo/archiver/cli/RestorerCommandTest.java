package io.consumo.archiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RestorerCommandTest {

    private static final String ONE = """
            [{"id":"7","fromDay":"2026-09-01","toDay":"2026-09-30","clientId":null,"rows":1500,
              "expiresAt":"2026-12-01T10:00:00Z","createdBy":"operator","createdAt":"2026-11-24T10:00:00Z",
              "releasedAt":null}]
            """;

    @Test
    void listsRestores() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, ONE)) {
            assertThat(archiver.run(RestorerCommand::new, "--list")).isZero();
            assertThat(archiver.out()).isEqualToNormalizingNewlines("""
                    id  from        to          client   rows  by        expires               released
                     7  2026-09-01  2026-09-30  all     1,500  operator  2026-12-01T10:00:00Z  no
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
    void refusesWhatIsNotBuiltYet() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "[]")) {
            assertThat(archiver.run(RestorerCommand::new, "--from", "2026-09-01", "--to", "2026-09-02"))
                    .isEqualTo(2);
            assertThat(archiver.run(RestorerCommand::new, "--release", "7")).isEqualTo(2);
            assertThat(archiver.err())
                    .contains("Restoring comes in a later version of Consumo. Nothing was changed.")
                    .contains("Releasing a restore comes in a later version of Consumo. Nothing was changed.");
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
    void asksWhatToDo() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, "[]")) {
            assertThat(archiver.run(RestorerCommand::new)).isEqualTo(2);
            assertThat(archiver.err()).contains("--list").contains("restorer --help");
        }
    }
}
