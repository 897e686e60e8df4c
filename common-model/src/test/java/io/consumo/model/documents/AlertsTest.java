package io.consumo.model.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever renames a metric is told which alert would fall silent. */
class AlertsTest {

    private static final Pattern METRIC = Pattern.compile("\\bconsumo_\\w+");

    @Test
    void ruleOnMetricsThatThereAre() throws IOException {
        Set<String> used = METRIC.matcher(Files.readString(Documents.PROJECT.resolve("docs/alerts.yml")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).hasSizeGreaterThan(8);
        assertThat(MetricsTable.names()).containsAll(used);
    }
}
