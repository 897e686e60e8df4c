package io.consumo.model.documents;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our own metrics as docs/DOCS.md lists them, and as a service tells them; both as {@code name{label,label}}. */
public final class MetricsTable {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\w+) \\| `(consumo_\\w+(?:\\{[\\w,]+})?)` \\|.+\\|$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (consumo_\\w+) \\w+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private MetricsTable() {}

    /** Those of one service. */
    public static Set<String> documented(String service) throws IOException {
        return rows().filter(row -> row.group(1).equals(service))
                .map(row -> row.group(2))
                .collect(toCollection(TreeSet::new));
    }

    /** All names, without labels. */
    static Set<String> names() throws IOException {
        return rows().map(row -> row.group(2).replaceAll("\\{.*", "")).collect(toCollection(TreeSet::new));
    }

    /** Those of a service's answer; one without a description is told as such. */
    public static Set<String> told(String scrape) {
        Set<String> told = new TreeSet<>();
        for (MatchResult type : TYPE.matcher(scrape).results().toList()) {
            String name = type.group(1);
            boolean isGreatestOfTimer = name.endsWith("_max")
                    && scrape.contains("# TYPE " + name.substring(0, name.length() - "_max".length()) + " ");
            if (!isGreatestOfTimer) {
                told.add(name + labels(scrape, name) + (isDescribed(scrape, name) ? "" : " without description"));
            }
        }
        return told;
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Documents.PROJECT.resolve("docs/DOCS.md")))
                .results();
    }

    private static boolean isDescribed(String scrape, String name) {
        return Pattern.compile("(?m)^# HELP " + name + " \\S").matcher(scrape).find();
    }

    private static String labels(String scrape, String name) {
        Set<String> labels = Arrays.stream(scrape.split("\n"))
                .filter(line -> line.matches(name + "(_count|_sum)?[{ ].*"))
                .flatMap(line -> LABEL.matcher(line).results())
                .map(label -> label.group(1))
                .collect(toCollection(TreeSet::new));
        return labels.isEmpty() ? "" : "{" + String.join(",", labels) + "}";
    }
}
