package io.consumo.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private long now = 77;

    /** A compressed file of a million lines is read in few large steps. */
    @Test
    void tellsEveryFiveSecondsHoweverFewStepsThereAre() {
        PlainProgress progress = new PlainProgress("Reading", "bytes", lines::add, () -> now);
        progress.expect(1000);
        for (int step = 1; step <= 10; step++) {
            now += 2 * SECOND;
            progress.at(100L * step);
        }
        assertThat(lines)
                .containsExactly(
                        "Reading: 30 % of 1,000 bytes", "Reading: 60 % of 1,000 bytes", "Reading: 90 % of 1,000 bytes");
    }

    @Test
    void tellsTheStepsWhereTheirNumberIsUnknown() {
        PlainProgress progress = new PlainProgress("Reading", "bytes", lines::add, () -> now);
        now += 6 * SECOND;
        progress.at(12_345);
        assertThat(lines).containsExactly("Reading: 12,345 bytes");
    }
}
