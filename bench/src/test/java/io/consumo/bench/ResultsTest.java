package io.consumo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    private Path folder;

    private Results results;

    @BeforeEach
    void measured() throws IOException {
        results = new Results(folder.resolve("results"));
        results.add(
                new Figure("ingest", "ours", 90_000, "readings/s", List.of("ceiling", "peer", "ours", "not measured")));
        results.add(new Figure("ceilings", "ceiling", 180_000, "readings/s"));
        results.add(new Figure("ceilings", "peer", 1_500, "readings/s"));
    }

    @Test
    void setsAFigureBesideThoseOfTheSameRunThatThereAre() throws IOException {
        assertThat(results.table()).containsPattern("ours +90,000 readings/s +50 % of ceiling, 60.0 times peer\n");
    }

    @Test
    void tellsScriptsTheSame() throws IOException {
        assertThat(results.json())
                .contains("\"ceiling\" : 0.5", "\"peer\" : 60.0")
                .doesNotContain("not measured");
    }
}
