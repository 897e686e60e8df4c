package io.consumo.consumer.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How sure figures are: their range over samples of clients drawn with replacement, each kind keeping its number. */
final class Bootstrap {

    private static final int DRAWS = 400;
    private static final long SEED = 1;

    private Bootstrap() {}

    /** By the name of the figure, such as {@code kinds.h1.recall}. */
    static Map<String, Interval> intervals(String contestant, List<ClientResult> clients) {
        Map<String, List<ClientResult>> groups =
                new TreeMap<>(clients.stream().collect(Collectors.groupingBy(client -> {
                    Injected injected = client.injected();
                    return injected == null ? "" : injected.kind();
                })));
        Random random = new Random(SEED);
        Map<String, List<Double>> samples = new TreeMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            List<ClientResult> sample = new ArrayList<>(clients.size());
            groups.values().forEach(group -> {
                for (int index = 0; index < group.size(); index++) {
                    sample.add(group.get(random.nextInt(group.size())));
                }
            });
            figures(Scores.of(contestant, sample))
                    .forEach((name, value) -> samples.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(value));
        }
        Map<String, Interval> intervals = new TreeMap<>();
        samples.forEach((name, values) -> intervals.put(name, interval(values)));
        return intervals;
    }

    private static Map<String, Double> figures(Scores scores) {
        Map<String, Double> figures = new TreeMap<>();
        scores.kinds().forEach((kind, figure) -> figures.put("kinds." + kind + ".recall", figure.recall()));
        figures.put("untouched.per1000", scores.untouched().per1000());
        figures.put("ranking.auc", scores.ranking().auc());
        figures.put("ranking.recallAt1pct", scores.ranking().recallAt1pct());
        figures.put("ranking.precisionTop1pct", scores.ranking().precisionTop1pct());
        figures.put("ranking.precisionTop5pct", scores.ranking().precisionTop5pct());
        return figures;
    }

    private static Interval interval(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Interval(sorted[(int) (0.025 * sorted.length)], sorted[(int) (0.975 * sorted.length)]);
    }
}
