package io.consumo.dashboard.rules;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.RuleWords;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import io.consumo.model.api.RuleSettings;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every rule with how often it was right, as the closed cases tell, and whether it was changed. */
final class RuleTable extends Div {

    private final transient Formats formats;

    /** @param address of a rule, by its key */
    RuleTable(List<RuleSettings> rules, Formats formats, UnaryOperator<String> address) {
        this.formats = formats;
        Table table = new Table(
                translate("rules.title"),
                List.of(
                        Column.text(translate("rules.rule")),
                        Column.text(translate("rules.thresholds")),
                        Column.figure(translate("rules.sample")),
                        Column.figure(translate("rules.share")),
                        Column.text(translate("rules.interval"))));
        rules.forEach(rule -> table.rowOf(List.of(
                new Anchor(address.apply(rule.rule()), RuleWords.rule(rule.rule())),
                state(rule),
                new Span(closed(rule.precision())),
                new Span(share(rule.precision())),
                interval(rule.precision()))));
        add(table);
    }

    private static Span state(RuleSettings rule) {
        long changed = rule.thresholds().stream()
                .filter(threshold -> threshold.value() != threshold.standard())
                .count();
        Span state = new Span(
                rule.enabled()
                        ? translate(changed == 0 ? "rules.shipped" : "rules.changed", changed)
                        : translate("rules.off"));
        state.addClassNames("rule-state", !rule.enabled() ? "rule-off" : changed > 0 ? "rule-changed" : "rule-shipped");
        return state;
    }

    private static String closed(@Nullable RulePrecision precision) {
        return translate("bulk.cases", precision == null ? 0 : precision.closed());
    }

    private String share(@Nullable RulePrecision precision) {
        return precision == null || precision.percent() == null
                ? Formats.NONE
                : formats.percent(precision.percent() / 100);
    }

    private Component interval(@Nullable RulePrecision precision) {
        if (precision == null || precision.percent() == null) {
            return new Span(translate("rules.untried"));
        }
        Div plot = new Div(
                new Svg(String.format(Locale.ROOT, """
                <svg viewBox="-4 0 108 16" width="120" height="16"><line class="interval-scale" x1="0" y1="8" x2="100" y2="8"/>\
                <line class="interval-line" x1="%.1f" y1="8" x2="%.1f" y2="8"/>\
                <circle class="mover-now" cx="%.1f" cy="8" r="4"/></svg>""", precision.low(), precision.high(), precision.percent())));
        plot.addClassName("mover");
        plot.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(formats.rate(precision.low()) + Formats.TO + formats.percent(precision.high() / 100));
        Div both = new Div(plot, words);
        both.addClassName("interval");
        return both;
    }
}
