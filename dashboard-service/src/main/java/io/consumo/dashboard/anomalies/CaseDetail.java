package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.consumo.dashboard.chart.Chart;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.api.Anomaly;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One case from its finding to what would clear it. */
final class CaseDetail extends Div {

    private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final transient Anomaly anomaly;
    private final transient Formats formats;

    CaseDetail(Anomaly anomaly, Formats formats) {
        this.anomaly = anomaly;
        this.formats = formats;
        addClassName("case-detail");
        add(
                head(),
                new H2(anomaly.explanation().text()),
                evidence(),
                new Card(translate("case.facts"), facts()),
                new Card(translate("case.clearedIf"), new Paragraph(anomaly.clearedIf())),
                new Card(translate("case.checks"), checks()));
        if (!anomaly.thresholds().isEmpty()) {
            add(new Card(translate("case.thresholds"), thresholds()));
        }
    }

    private Div head() {
        Anchor client = new Anchor("/clients/" + anomaly.clientId(), anomaly.clientId());
        client.addClassName("detail-client");
        Span score = new Span(translate("case.score", anomaly.score()));
        score.addClassName("detail-score");
        Div head = new Div(client, Chip.of(anomaly.severity()), Chip.ofType(anomaly), Chip.of(anomaly.status()), score);
        head.addClassName("detail-head");
        return head;
    }

    private Card evidence() {
        if (anomaly.evidence().isEmpty()) {
            return new Card(
                    translate("case.evidence"),
                    new EmptyState("overview", translate("case.evidence.none"), translate("case.evidence.none.text")));
        }
        Chart chart = new Chart(translate("case.evidence.name", anomaly.clientId()), "chart-evidence");
        chart.show(EvidenceChart.options(anomaly, formats), this::evidenceTable);
        Card card = new Card(translate("case.evidence"), chart);
        card.tools(
                legend("case.observed", "observed"),
                legend("case.expected", "expected"),
                legend("case.normal", "band"),
                legend("case.suspicious", "suspicious"));
        return card;
    }

    private static Span legend(String key, String kind) {
        Span legend = new Span(translate(key));
        legend.addClassNames("legend", "legend-" + kind);
        return legend;
    }

    private Table evidenceTable() {
        Table table = new Table(
                translate("case.evidence"),
                List.of(
                        Column.text(translate("column.hour")),
                        Column.figure(translate("case.observed")),
                        Column.figure(translate("case.expected"))));
        anomaly.evidence()
                .forEach(hour -> table.row(List.of(
                        formats.hour(hour.start()),
                        hour.observedKwh() == null ? Formats.NONE : formats.energy(hour.observedKwh()),
                        formats.energy(hour.expectedKwh()))));
        return table;
    }

    private Facts facts() {
        Facts facts = new Facts()
                .fact(translate("case.period"), formats.days(anomaly.firstDay(), anomaly.lastDay()))
                .fact(translate("case.measured"), formats.energy(anomaly.observedKwh()))
                .fact(translate("case.expectation"), formats.energy(anomaly.expectedKwh()))
                .fact(
                        translate("case.difference"),
                        formats.energy(anomaly.observedKwh().subtract(anomaly.expectedKwh())));
        if (anomaly.lostKwh().high().signum() > 0) {
            facts.fact(
                    translate("case.loss"),
                    formats.energy(anomaly.lostKwh()) + " · " + formats.money(anomaly.lostMoney()));
        } else {
            facts.fact(translate("case.excessMetered"), formats.energy(anomaly.excessKwh()));
        }
        return facts.fact(translate("case.completeness"), formats.percent(anomaly.completeness()))
                .fact(translate("case.opened"), new Ago(anomaly.openedAt(), formats))
                .fact(translate("case.updated"), new Ago(anomaly.updatedAt(), formats));
    }

    private Component checks() {
        UnorderedList list = new UnorderedList();
        list.addClassName("checks");
        anomaly.checks().forEach(check -> {
            String result = check.result().name();
            Span name = new Span(named("check.", check.name()));
            Span word = new Span(translate("check." + result));
            word.addClassName("check-result");
            ListItem item = new ListItem(Icon.of("check-" + result), name, word);
            item.addClassNames("check", "check-" + result);
            list.add(item);
        });
        return list;
    }

    private Facts thresholds() {
        Facts facts = new Facts();
        anomaly.thresholds().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> facts.fact(named("threshold.", entry.getKey()), formats.rate(entry.getValue())));
        return facts;
    }

    /** Our word for a name of another service, else the name taken apart: minimumDays is told as minimum days. */
    private static String named(String prefix, String name) {
        String words =
                CAMEL_HUMP.matcher(name).replaceAll(" ").replace('_', ' ').toLowerCase(Locale.ROOT);
        String key = prefix + words.replace(' ', '_');
        return Texts.has(key) ? translate(key) : words;
    }
}
