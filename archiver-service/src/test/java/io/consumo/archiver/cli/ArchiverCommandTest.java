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
    void archivesAndTellsWhatCameOfIt() throws IOException {
        try (StubArchiver archiver = new StubArchiver(202, run("DONE", "[]", "null"))) {
            assertThat(archiver.run(ArchiverCommand::new, "--older-than", "60")).isZero();
            assertThat(archiver.asked()).isEqualTo("/internal/archive/runs?olderThan=60 secret cli:ana");
            assertThat(archiver.out())
                    .isEqualToNormalizingNewlines("30 days, 7,200,000 rows, 205.00 MB freed in PostgreSQL, 42.5 s\n");
        }
    }

    @Test
    void failsWhenADayCouldNotBeDoneAndSaysWhich() throws IOException {
        String problems = "[\"2026-10-01: others are at work on its rows\"]";
        try (StubArchiver archiver = new StubArchiver(202, run("FAILED", problems, "\"see above\""))) {
            assertThat(archiver.run(ArchiverCommand::new)).isEqualTo(1);
            assertThat(archiver.err()).contains("Not done: 2026-10-01: others are at work on its rows");
        }
        try (StubArchiver archiver = new StubArchiver(202, run("FAILED", "[]", "\"no space left on device\""))) {
            assertThat(archiver.run(ArchiverCommand::new, "--json")).isEqualTo(1);
            assertThat(archiver.out().strip()).startsWith("{").endsWith("}");
        }
    }

    @Test
    void verifiesARange() throws IOException {
        try (StubArchiver archiver = new StubArchiver(202, run("DONE", "[]", "null"))) {
            assertThat(archiver.run(ArchiverCommand::new, "--verify", "--from", "2026-09-01"))
                    .isZero();
            assertThat(archiver.asked()).startsWith("/internal/archive/verifications?from=2026-09-01 ");
        }
    }

    @Test
    void erasesOnlyWhenThatIsMeant() throws IOException {
        try (StubArchiver archiver = new StubArchiver(202, run("DONE", "[]", "null"))) {
            assertThat(archiver.run(ArchiverCommand::new, "--erase", "C 1")).isEqualTo(2);
            assertThat(archiver.asked()).isEmpty();
            assertThat(archiver.err()).contains("cannot be undone");
            assertThat(archiver.run(ArchiverCommand::new, "--erase", "C 1", "--yes"))
                    .isZero();
            assertThat(archiver.asked()).startsWith("/internal/archive/erasures?client=C+1 ");
        }
    }

    @Test
    void refusesOptionsThatDoNotGoTogether() throws IOException {
        try (StubArchiver archiver = new StubArchiver(200, TWO_DAYS)) {
            assertThat(archiver.run(ArchiverCommand::new, "--verify", "--dry-run"))
                    .isEqualTo(2);
            assertThat(archiver.run(ArchiverCommand::new, "--from", "2026-09-01"))
                    .isEqualTo(2);
            assertThat(archiver.asked()).isEmpty();
        }
    }

    private static String run(String state, String problems, String error) {
        return """
                {"id":"7","kind":"ARCHIVE","who":"cli:ana","state":"%s","startedAt":"2026-11-24T10:00:00Z",
                "finishedAt":"2026-11-24T10:00:42.5Z","done":30,"total":30,"day":null,"step":null,"rows":7200000,
                "bytes":205000000,"problems":%s,"error":%s}""".formatted(state, problems, error);
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
