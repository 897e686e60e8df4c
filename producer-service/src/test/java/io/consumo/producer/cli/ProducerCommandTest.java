package io.consumo.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProducerCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return ProducerCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --json                        | Say what to do: once, backfill, continuous, csv, verify
            --mode sometimes              | --mode must be one of once, backfill, continuous, csv, verify, was 'sometimes'
            once --clients 0              | --clients must be from 1 to 999999, was 0
            once --clients many           | Invalid value for option '--clients': 'many' is not an int
            once --minutes 20             | --minutes must be one of [15, 30, 60], was 20
            once --days 3                 | --days has no meaning for once, only for backfill or continuous
            once --speedup 60             | --speedup has no meaning for once, only for continuous
            once file.csv                 | once takes no [file.csv]
            backfill --days 0             | --days must be from 1 to 3660, was 0
            backfill --anomalies 5        | --anomalies must be from 0 to 1, was 5.0
            continuous --speedup 0        | --speedup must be 1 or more, was 0.0
            csv                           | csv needs one FILE, or - for standard input
            csv no-such-file.csv          | cannot read the file no-such-file.csv
            csv - --separator xx          | must be one character or 'tab', was 'xx'
            csv - --decimal x             | must be . or , was 'x'
            csv - --clients 5             | --clients has no meaning for csv
            verify                        | verify needs one FILE, or - for standard input
            verify - --shift-to-now       | --shift-to-now has no meaning for verify, only for csv
            --mode csv - --nonsense       | Unknown option: '--nonsense'
            """)
    void namesTheOptionAndWhatItMayBe(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(message).contains("producer --help").doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpsWithExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("producer --mode once --clients 50", "--client-column", "--shift-to-now", "Exit codes");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }
}
