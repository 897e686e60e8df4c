package io.consumo.consumer.evaluate;

import io.consumo.consumer.detection.domain.Detector;
import io.consumo.model.Reading;
import io.consumo.model.ReadingRules;
import io.consumo.model.file.CountingInput;
import io.consumo.model.file.CsvReadings;
import io.consumo.model.file.Progress;
import io.consumo.model.file.ReadingFile;
import io.consumo.model.file.ReadingFile.BadLine;
import io.consumo.model.file.ReadingFile.Form;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the engine that runs live, and naive rules beside it, over the readings of a file. The file is read twice, so
 * that a client can be let go with its last line: of a file that is ordered by client one is held at a time.
 */
public final class EvaluateFile {

    private final Detector detector;
    private final ReadingRules rules;
    private final ReadingFile file;

    public EvaluateFile(Detector detector, ReadingRules rules) {
        this.detector = detector;
        this.rules = rules;
        this.file = new CsvReadings(rules);
    }

    /**
     * What there is to evaluate.
     *
     * @param truth what was injected
     */
    public record Task(Path readings, Form form, Path truth, Split split) {}

    /** Judges the file; progress is told in bytes, two readings of the file together. */
    public Evaluation evaluate(Task task, Progress progress) throws IOException {
        Map<String, Injected> truth = TruthFile.read(task.truth());
        long bytes = Files.size(task.readings());
        progress.expect(2 * bytes);
        FileSurvey survey = new FileSurvey(rules.zone(), task.split());
        read(task, progress, new Lines(survey::see));
        Judging judging = new Judging(survey, truth);
        Lines lines = new Lines(judging::take);
        read(task, new Shifted(progress, bytes), lines);
        return new Evaluation(judging.results, survey.readings(), lines.bad, judging.tooLate);
    }

    private void read(Task task, Progress progress, ReadingFile.Sink sink) throws IOException {
        try (InputStream input =
                new CountingInput(new BufferedInputStream(Files.newInputStream(task.readings())), progress)) {
            file.read(input, task.form(), 0, 0, sink);
        }
    }

    private record Shifted(Progress progress, long begin) implements Progress {

        @Override
        public void expect(long steps) {
            progress.expect(begin + steps);
        }

        @Override
        public void at(long step) {
            progress.at(begin + step);
        }
    }

    private static final class Lines implements ReadingFile.Sink {

        private final Consumer<Reading> readings;
        private long bad;

        Lines(Consumer<Reading> readings) {
            this.readings = readings;
        }

        @Override
        public void ignored(List<String> columns) {}

        @Override
        public void good(Reading reading) {
            readings.accept(reading);
        }

        @Override
        public void bad(BadLine line) {
            bad++;
        }
    }

    private final class Judging {

        private final FileSurvey survey;
        private final Map<String, Injected> truth;
        private final Map<String, ClientRun> underWay = new HashMap<>();
        private final List<ClientResult> results = new ArrayList<>();
        private long tooLate;

        Judging(FileSurvey survey, Map<String, Injected> truth) {
            this.survey = survey;
            this.truth = truth;
        }

        void take(Reading reading) {
            String client = reading.clientId();
            ClientRun run = underWay.computeIfAbsent(client, this::begin);
            tooLate += run.take(reading) ? 0 : 1;
            if (run.readings() == survey.readingsOf(client)) {
                underWay.remove(client);
                results.add(run.finish(truth.get(client)));
            }
        }

        private ClientRun begin(String client) {
            LocalDate split = survey.splitOf(client);
            Map<String, Contestant> contestants = new LinkedHashMap<>();
            contestants.put(Evaluation.ENGINE, new Engine(detector));
            for (NaiveRule rule : NaiveRule.values()) {
                contestants.put(rule.title(), new Naive(rule, split));
            }
            return new ClientRun(client, rules.zone(), split, contestants);
        }
    }
}
