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
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.RuleWords;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import java.util.Map;

/** One case from its finding to what would clear it. */
final class CaseDetail extends Div {

    private final transient Anomaly anomaly;
    private final transient Formats formats;

    /** @param later parts that load by themselves */
    CaseDetail(Anomaly anomaly, Formats formats, Component... later) {
        this.anomaly = anomaly;
        this.formats = formats;
        addClassName("case-detail");
        add(
                head(),
                new H2(anomaly.explanation().text()),
                new EvidencePanel(anomaly, formats),
                new Card(translate("case.facts"), facts()),
                new Card(translate("case.clearedIf"), new Paragraph(anomaly.clearedIf())),
                new Card(translate("case.checks"), checks()));
        if (!anomaly.thresholds().isEmpty()) {
            add(new Card(translate("case.thresholds"), thresholds()));
        }
        add(later);
    }

    private Div head() {
        Anchor client = new Anchor(Addresses.ofClient(anomaly.clientId()), anomaly.clientId());
        client.addClassName("detail-client");
        Div head = new Div(client, Chip.of(anomaly.severity()), Chip.ofType(anomaly), Chip.of(anomaly.status()));
        head.addClassName("detail-head");
        if (anomaly.assignee() != null) {
            Span assignee = new Span(Icon.of("user"), new Span(anomaly.assignee()));
            assignee.addClassName("detail-assignee");
            assignee.getElement().setAttribute("title", translate("case.assignee"));
            head.add(assignee);
        }
        Span score = new Span(translate("case.score", anomaly.score()));
        score.addClassName("detail-score");
        head.add(score);
        return head;
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
            Span name = new Span(RuleWords.named("check.", check.name()));
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
                .forEach(entry -> facts.fact(
                        RuleWords.threshold(entry.getKey()),
                        formats.rate(entry.getValue()) + RuleWords.unitOf(entry.getKey(), entry.getValue())));
        return facts;
    }
}
