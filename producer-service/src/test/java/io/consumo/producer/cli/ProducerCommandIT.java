package io.consumo.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.Energy;
import io.consumo.model.Reading;
import io.consumo.producer.ProducerStores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProducerCommandIT {

    private final ProducerStores stores = ProducerStores.empty();
    private final ProducerStores.Topic topic = stores.topicFromNowOn();
    private final LocalDate yesterday = LocalDate.now(ProducerStores.MADRID).minusDays(1);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @BeforeEach
    void connect() {
        stores.settings(home).forEach(System::setProperty);
    }

    @AfterEach
    void disconnect() {
        stores.settings(home).keySet().forEach(System::clearProperty);
        System.clearProperty("CONSUMO_ZONE");
        topic.close();
    }

    private int run(String... arguments) {
        return ProducerCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode result() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void onceSendsTheDayAfterTheNewestStoredOne() {
        stores.store("C-000001", yesterday.minusDays(3));
        stores.store("C-000002", yesterday);
        assertThat(run("--mode", "once", "--clients", "2")).isZero();
        assertThat(topic.readings())
                .hasSizeBetween(23, 25)
                .allMatch(reading -> reading.clientId().equals("C-000001"))
                .allMatch(reading -> LocalDate.ofInstant(reading.start(), ProducerStores.MADRID)
                        .equals(yesterday.minusDays(2)));
        assertThat(out.toString())
                .startsWith("Sent ")
                .contains(yesterday.minusDays(2).toString());
    }

    @Test
    void onceSaysThatThereIsNothingToSend() {
        stores.store("C-000001", yesterday);
        assertThat(run("once", "--clients", "1")).isZero();
        assertThat(out.toString()).startsWith("Nothing to send");
        assertThat(topic.readings()).isEmpty();
    }

    @Test
    void backfillTellsItsResultAsJson() {
        assertThat(run("backfill", "--days", "2", "--clients", "5", "--minutes", "30", "--json"))
                .isZero();
        assertThat(result().get("mode").stringValue()).isEqualTo("backfill");
        assertThat(result().get("readings").longValue())
                .isEqualTo(topic.readings().size());
        assertThat(result().get("lastDay").stringValue()).isEqualTo(yesterday.toString());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void csvSendsTheGoodLinesAndFailsForTheBadOnes() throws IOException {
        Path file = Files.writeString(home.resolve("readings.csv"), """
                meter_id;when;energy;remark
                ES1;%1$s 10:00;0,412;fine
                ES1;%1$s 11:00;-1;broken
                ES1;%1$s 12:00;0,5;fine
                """.formatted(yesterday));
        Path badLines = home.resolve("bad.txt");
        int exitCode = run(
                "csv",
                file.toString(),
                "--start-column",
                "when",
                "--kwh-column",
                "energy",
                "--bad-lines",
                badLines.toString());
        assertThat(exitCode).isEqualTo(1);
        assertThat(topic.readings())
                .extracting(Reading::energy)
                .containsExactly(Energy.ofKwh("0.412"), Energy.ofKwh("0.5"));
        assertThat(err.toString()).contains("Ignored columns: remark", "Line 3: kwh: must not be negative");
        assertThat(Files.readString(badLines)).startsWith("3: kwh: must not be negative");
    }

    @Test
    void refusesAnotherZone() {
        System.setProperty("CONSUMO_ZONE", "UTC");
        assertThat(run("once")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("producer: CONSUMO_ZONE is UTC")
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
    }

    @Test
    void saysWhichStoreDoesNotAnswer() {
        System.setProperty("CONSUMO_KAFKA", "localhost:1");
        assertThat(run("once")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("producer: Kafka at localhost:1 (CONSUMO_KAFKA)")
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
    }
}
