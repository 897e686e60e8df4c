package io.consumo.dashboard.anomalies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.AnomalyClient;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.AnomalyStats;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** How far each rule can be trusted, as the closed cases tell. */
@PermitAll
@Route("rules")
public final class RulesView extends Div implements Titled {

    private final transient Formats formats;

    RulesView(AnomalyClient anomalies, Callers callers, ZoneProperties settings) {
        Caller caller = callers.current();
        formats = new Formats(caller.language(), settings.zone());
        addClassName("rules");
        Region region = new Region("middle");
        add(new Tabs(true), region);
        region.load(() -> anomalies.stats(caller), this::show);
    }

    private Component show(AnomalyStats stats) {
        Paragraph text = new Paragraph(getTranslation("rules.precision.text"));
        text.addClassName("card-note");
        Div counts = new Div(
                new Card(getTranslation("rules.byType"), types(stats)),
                new Card(getTranslation("rules.byStatus"), statuses(stats)));
        counts.addClassName("monthly-upper");
        Div page = new Div(new Card(getTranslation("rules.precision"), text, precision(stats.precision())), counts);
        page.addClassName("monthly");
        return page;
    }

    private Component precision(List<RulePrecision> rules) {
        if (rules.isEmpty()) {
            return new EmptyState("check", getTranslation("rules.none"), getTranslation("rules.none.text"));
        }
        Table table = new Table(
                getTranslation("rules.precision"),
                List.of(
                        Column.text(getTranslation("rules.rule")),
                        Column.figure(getTranslation("rules.confirmed")),
                        Column.figure(getTranslation("rules.sample")),
                        Column.figure(getTranslation("rules.share")),
                        Column.text(getTranslation("rules.interval"))));
        rules.forEach(rule -> table.rowOf(List.of(
                new Span(name(rule.rule())),
                new Span(getTranslation("bulk.cases", rule.confirmed())),
                new Span(getTranslation("bulk.cases", rule.closed())),
                new Span(rule.percent() == null ? Formats.NONE : formats.percent(rule.percent() / 100)),
                interval(rule))));
        return table;
    }

    private Div interval(RulePrecision rule) {
        Div plot = new Div(new Svg(
                String.format(Locale.ROOT, """
                <svg viewBox="-4 0 108 16" width="140" height="16"><line class="interval-scale" x1="0" y1="8" x2="100" y2="8"/>\
                <line class="interval-line" x1="%.1f" y1="8" x2="%.1f" y2="8"/>\
                <circle class="mover-now" cx="%.1f" cy="8" r="4"/></svg>""", rule.low(), rule.high(), rule.percent() == null ? 0 : rule.percent())));
        plot.addClassName("mover");
        plot.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(formats.rate(rule.low()) + Formats.TO + formats.percent(rule.high() / 100));
        Div both = new Div(plot, words);
        both.addClassName("interval");
        return both;
    }

    private Table types(AnomalyStats stats) {
        Table table = counts(getTranslation("rules.byType"), getTranslation("filter.type"));
        for (AnomalyType type : AnomalyType.values()) {
            table.row(List.of(
                    Chip.word(type, null),
                    getTranslation("bulk.cases", stats.byType().getOrDefault(type, 0))));
        }
        return table;
    }

    private Table statuses(AnomalyStats stats) {
        Table table = counts(getTranslation("rules.byStatus"), getTranslation("filter.status"));
        for (CaseStatus status : CaseStatus.values()) {
            table.row(List.of(
                    Chip.word(status),
                    getTranslation("bulk.cases", stats.byStatus().getOrDefault(status, 0))));
        }
        return table;
    }

    private Table counts(String name, String what) {
        return new Table(name, List.of(Column.text(what), Column.figure(getTranslation("column.cases"))));
    }

    private String name(String rule) {
        String key = "rule." + rule.replace('.', '_').replace('-', '_').toLowerCase(Locale.ROOT);
        return Texts.has(key) ? getTranslation(key) : rule;
    }

    @Override
    public String title() {
        return getTranslation("page.ANOMALIES");
    }
}
