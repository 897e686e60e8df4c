package io.consumo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, a line of JSON each, so that several processes may add to them. */
record Results(Path file) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double TOLD_AS_MULTIPLE_FROM = 2;

    void add(Figure figure) throws IOException {
        Files.writeString(
                file, JSON.writeValueAsString(figure) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<Figure> all() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            figures.add(JSON.readValue(line, Figure.class));
        }
        return figures;
    }

    /** An array; each figure with its ratios to those that it is set against. */
    String json() throws IOException {
        Map<String, Double> values = values();
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(all().stream()
                        .map(figure -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("part", figure.part());
                            told.put("name", figure.name());
                            told.put("value", figure.value());
                            told.put("unit", figure.unit());
                            told.put("ratios", ratios(figure, values));
                            return told;
                        })
                        .toList());
    }

    String table() throws IOException {
        Map<String, Double> values = values();
        StringBuilder table = new StringBuilder();
        String part = "";
        for (Figure figure : all()) {
            if (!figure.part().equals(part)) {
                part = figure.part();
                table.append('\n').append(part).append('\n');
            }
            String beside = ratios(figure, values).entrySet().stream()
                    .map(ratio -> told(ratio.getValue()) + " " + ratio.getKey())
                    .collect(Collectors.joining(", "));
            table.append("  %-52s %11s %-11s %s"
                            .formatted(figure.name(), number(figure.value()), figure.unit(), beside)
                            .stripTrailing())
                    .append('\n');
        }
        return table.toString();
    }

    private Map<String, Double> values() throws IOException {
        return all().stream().collect(Collectors.toMap(Figure::name, Figure::value, (first, last) -> last));
    }

    private static Map<String, Double> ratios(Figure figure, Map<String, Double> values) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (String other : figure.beside()) {
            Double value = values.get(other);
            if (value != null && value > 0 && !other.equals(figure.name())) {
                ratios.put(other, figure.value() / value);
            }
        }
        return ratios;
    }

    private static String told(double ratio) {
        return ratio < TOLD_AS_MULTIPLE_FROM
                ? String.format(Locale.ROOT, "%.0f %% of", 100 * ratio)
                : String.format(Locale.ROOT, "%.1f times", ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }
}
