package io.consumo.archiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ArchiverCommandTest {

    private static final String TWO_DAYS = """
            {"zone":"Europe/Madrid","olderThan":30,"before":"2026-10-25","days":[
            {"day":"2026-10-23","rows":10000,"clients":9998,"bytes":8192000,
             "newestWrite":"2026-10-24T22:05:00Z","delay":null},
            {"day":"2026-10-24","rows":50,"clients":50,"bytes":81920,"newestWrite":"2026-11-24T11:00:00Z",
             "delay":{"reason":"WRITTEN_RECENTLY","until":"2026-11-25T11:00:00Z"}}]}
            """;
    private static final String NOTHING = """
            {"zone":"Europe/Madrid","olderThan":60,"before":"2026-09-25","days":[]}
            """;

    @Test
    void listsWhatWouldGoWithTotalsAndUnits() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, TWO_DAYS)) {
            assertThat(archiver.run(ArchiverCommand::new, "--dry-run")).isZero();
            assertThat(archiver.out()).isEqualToNormalizingNewlines("""
                    Days older than 30 days (before 2026-10-25), times in Europe/Madrid

                    day           rows  clients    MB  newest write
                    2026-10-23  10,000    9,998  8.19  2026-10-25 00:05  would go
                    2026-10-24      50       50  0.08  2026-11-24 12:00  written recently: may go from 2026-11-25 12:00

                    Would go now:  1 day, 10,000 rows, 8.19 MB in PostgreSQL
                    Not yet:       1 day, 50 rows, 0.08 MB in PostgreSQL
                    Dry run: nothing was changed.
                    """);
        }
    }

    @Test
    void saysSoWhenNothingIsOldEnough() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, NOTHING)) {
            assertThat(archiver.run(ArchiverCommand::new, "--dry-run", "--older-than", "60"))
                    .isZero();
            assertThat(archiver.out())
                    .isEqualToNormalizingNewlines(
                            "Nothing is older than 60 days: there is no day before 2026-09-25 in PostgreSQL.\n");
            assertThat(archiver.asked()).isEqualTo("/internal/archive/due?olderThan=60 secret cli:ana");
        }
    }

    @Test
    void leavesTheAgeToTheServiceWhenNoneIsGiven() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, NOTHING)) {
            archiver.run(ArchiverCommand::new, "--dry-run");
            assertThat(archiver.asked()).startsWith("/internal/archive/due secret");
        }
    }

    @Test
    void printsTheServicesJsonForScripts() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, TWO_DAYS)) {
            assertThat(archiver.run(ArchiverCommand::new, "--dry-run", "--json"))
                    .isZero();
            assertThat(archiver.out().strip()).isEqualTo(TWO_DAYS.strip());
        }
    }

    @Test
    void namesTheOptionAndWhatIsAllowed() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, TWO_DAYS)) {
            for (String wrong : new String[] {"soon", "0", "7306", "1.5"}) {
                assertThat(archiver.run(ArchiverCommand::new, "--dry-run", "--older-than", wrong))
                        .isEqualTo(2);
                assertThat(archiver.err())
                        .contains("--older-than")
                        .contains("at least the active window and at most 7305, was '" + wrong + "'");
            }
            assertThat(archiver.asked()).isEmpty();
        }
    }

    @Test
    void passesOnWhyTheServiceRefusesAnAge() throws IOException {
        String problem = """
                {"type":"urn:consumo:problem:invalid-parameter","status":400,"detail":"olderThan must be from 30"}
                """;
        try (StubArchiver archiver = new StubArchiver(400, problem)) {
            assertThat(archiver.run(ArchiverCommand::new, "--dry-run", "--older-than", "10"))
                    .isEqualTo(2);
            assertThat(archiver.err()).startsWith("Invalid value for option '--older-than': olderThan must be from 30");
        }
    }

    @Test
    void failsPlainlyWhenTheServiceIsNotThere() throws IOException {
        StubArchiver gone = new StubArchiver(200, NOTHING);
        gone.close();
        assertThat(gone.run(ArchiverCommand::new, "--dry-run")).isEqualTo(1);
        assertThat(gone.err()).startsWith("The archiver does not answer at http://localhost:");
    }

    @Test
    void saysWhyTheServiceCouldNot() throws IOException {
        try (StubArchiver archiver = new StubArchiver(503, "{\"detail\":\"PostgreSQL does not answer\"}")) {
            assertThat(archiver.run(ArchiverCommand::new, "--dry-run")).isEqualTo(1);
            assertThat(archiver.err()).contains("answered 503: PostgreSQL does not answer");
        }
    }

    @Test
    void refusesWhatIsNotBuiltYetWithoutAskingTheService() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, TWO_DAYS)) {
            assertThat(archiver.run(ArchiverCommand::new)).isEqualTo(2);
            assertThat(archiver.run(ArchiverCommand::new, "--verify")).isEqualTo(2);
            assertThat(archiver.err())
                    .contains("Archiving comes in a later version of Consumo. Nothing was changed.")
                    .contains("Verifying comes in a later version of Consumo. Nothing was changed.");
            assertThat(archiver.asked()).isEmpty();
        }
    }

    @Test
    void helpsWithExamples() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, TWO_DAYS)) {
            assertThat(archiver.run(ArchiverCommand::new, "--help")).isZero();
            assertThat(archiver.out())
                    .contains("archiver --dry-run --older-than 60")
                    .contains("Exit code");
        }
    }
}
