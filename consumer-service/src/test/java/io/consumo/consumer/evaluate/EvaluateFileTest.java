package io.consumo.consumer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.RuleBook;
import io.consumo.consumer.detection.domain.rule.FlatRule;
import io.consumo.model.ReadingRules;
import io.consumo.model.file.Progress;
import io.consumo.model.file.ReadingFile.Columns;
import io.consumo.model.file.ReadingFile.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateFileTest {

    private static final int DAYS = 60;
    private static final LocalDate SPLIT = Days.FIRST.plusDays(39);
    private static final Detector FLAT_ONLY =
            new Detector(new RuleBook(List.of(List.of(new FlatRule(true, 0.015, 0.2, 0.5, 2)))), 30, 14, 7);

    @TempDir
    private Path folder;

    @Test
    void countsWhatIsFoundAndWhatIsTakenForAnAnomaly() throws IOException {
        Scores scores = evaluate(lines()).scores(Evaluation.ENGINE);
        assertThat(scores.kinds().get("flat")).satisfies(flat -> {
            assertThat(flat.clients()).isEqualTo(1);
            assertThat(flat.recall()).isEqualTo(1);
            assertThat(flat.medianDays()).isEqualTo(2);
            assertThat(flat.types()).containsOnlyKeys("FRAUD");
        });
        assertThat(scores.kinds().get("h1").found()).isZero();
        assertThat(scores.untouched().clients()).isEqualTo(2);
        assertThat(scores.untouched().falseCases())
                .as("one untouched client goes flat, too")
                .isEqualTo(1);
        assertThat(scores.untouched().clientMonths()).isEqualTo(2 * (DAYS - 39) / 30.4375);
        assertThat(scores.controls()).isEqualTo(new Scores.Controls(1, 0));
        assertThat(scores.ranking().auc()).isBetween(0.4, 0.7);
    }

    @Test
    void findsTheSameInAFileThatIsOrderedByTime() throws IOException {
        List<String> byTime = new ArrayList<>(lines());
        byTime.sort(Comparator.comparing(line -> line.substring(line.indexOf(','))));
        assertThat(evaluate(byTime).scores(Evaluation.ENGINE))
                .isEqualTo(evaluate(lines()).scores(Evaluation.ENGINE));
    }

    @Test
    void tellsLinesThatAreNoReadings() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(7, "A,yesterday,1");
        assertThat(evaluate(lines)).satisfies(evaluation -> {
            assertThat(evaluation.badLines()).isEqualTo(1);
            assertThat(evaluation.tooLate()).isZero();
        });
    }

    /** A goes flat and should, B should be found by a rule that is not there, C is a control, D goes flat by itself. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String client : List.of("A", "B", "C", "D", "E")) {
            boolean goesFlat = client.equals("A") || client.equals("D");
            for (DayCurve day : Days.ordinary(Days.FIRST, DAYS)) {
                for (int hour = 0; hour < DayCurve.HOURS; hour++) {
                    double kwh = goesFlat && !day.day().isBefore(SPLIT) ? 0.4 : day.kwh(hour);
                    lines.add(String.format(Locale.ROOT, "%s,%sT%02d:00,%.4f", client, day.day(), hour, kwh));
                }
            }
        }
        return lines;
    }

    private Evaluation evaluate(List<String> lines) throws IOException {
        Path readings = folder.resolve("readings.csv");
        List<String> all = new ArrayList<>(List.of("meter_id,timestamp,kwh"));
        all.addAll(lines);
        Files.write(readings, all);
        Path truth = folder.resolve("truth.csv");
        Files.write(
                truth,
                List.of(
                        "meter_id,kind,start_day,end_day,is_anomaly",
                        "A,flat," + SPLIT + "," + SPLIT.plusDays(90) + ",1",
                        "B,h1," + SPLIT + ",,1",
                        "C,ctrl_away," + SPLIT + "," + SPLIT.plusDays(9) + ",0"));
        ReadingRules rules = new ReadingRules(
                ZoneOffset.UTC, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, () -> Instant.parse("2027-01-01T00:00:00Z"));
        return new EvaluateFile(FLAT_ONLY, rules)
                .evaluate(
                        new EvaluateFile.Task(
                                readings, new Form(Columns.USUAL, null, null, null), truth, Split.parse("0.65")),
                        Progress.NONE);
    }
}
