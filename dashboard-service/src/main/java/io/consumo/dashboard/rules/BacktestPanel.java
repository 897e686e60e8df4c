package io.consumo.dashboard.rules;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Figure;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Progress;
import io.consumo.dashboard.part.RuleWords;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.part.Until;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.Backtest.Case;
import io.consumo.model.api.Backtest.Closed;
import io.consumo.model.api.Backtest.Outcome;
import io.consumo.model.api.BacktestRequest.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A try of other thresholds on stored days: how far it is, then what would be found and lost. */
final class BacktestPanel extends Div {

    private static final String RUNNING = "RUNNING";
    private static final String DONE = "DONE";
    private static final int SHOWN = 15;
    private static final MathContext DIGITS = new MathContext(3);

    private final transient Formats formats;
    private final Div content = new Div();
    private final Progress progress = new Progress(translate("backtest.title"));

    /** @param fetch runs aside */
    BacktestPanel(Supplier<Backtest> fetch, Formats formats, Runnable close) {
        this.formats = formats;
        addClassName("backtest");
        NativeButton leave = new NativeButton(translate("keys.close"), click -> close.run());
        leave.addClassName("button");
        content.add(progress);
        progress.show(translate("backtest.waiting"), 0, 0);
        Card card = new Card(translate("backtest.title"), content);
        card.tools(leave);
        add(card);
        Until.over(this, fetch, this::show, this::fail);
    }

    private void fail(BackendFailure failure) {
        content.removeAll();
        content.add(new FailedPart(failure));
    }

    private boolean show(Backtest test) {
        boolean over = !test.state().equals(RUNNING);
        if (!over) {
            progress.show(
                    translate("backtest.running", test.clientsDone(), test.clients()),
                    test.clientsDone(),
                    test.clients());
            return false;
        }
        content.removeAll();
        Outcome outcome = test.outcome();
        if (test.state().equals(DONE) && outcome != null) {
            outcome(test, outcome);
        } else {
            Div failure = new Div(
                    Icon.of("warning"),
                    new Span(translate("backtest.failed", test.error() == null ? "" : test.error())));
            failure.addClassName("failed");
            failure.getElement().setAttribute("role", "alert");
            content.add(failure);
        }
        return true;
    }

    private void outcome(Backtest test, Outcome outcome) {
        Paragraph tried = new Paragraph(translate(
                "backtest.tried",
                test.request().rules().entrySet().stream()
                        .map(entry -> RuleWords.rule(entry.getKey()) + " (" + told(entry.getValue()) + ")")
                        .collect(Collectors.joining("; ")),
                formats.days(test.from(), test.to()),
                test.clients()));
        tried.addClassName("card-note");
        Closed closed = outcome.closed();
        Div sides = new Div(
                side("backtest.found", outcome.foundCount(), outcome.found()),
                side("backtest.lost", outcome.lostCount(), outcome.lost()));
        sides.addClassName("monthly-upper");
        content.add(
                tried,
                Figure.row(
                        new Figure(
                                translate("backtest.found"),
                                formats.count(outcome.foundCount()),
                                translate("backtest.found.note")),
                        new Figure(
                                translate("backtest.lost"),
                                formats.count(outcome.lostCount()),
                                translate("backtest.lost.note")),
                        new Figure(
                                translate("backtest.kept"),
                                translate(
                                        "backtest.of",
                                        closed.confirmedKept(),
                                        closed.confirmedKept() + closed.confirmedLost()),
                                translate("backtest.kept.note")),
                        new Figure(
                                translate("backtest.avoided"),
                                translate(
                                        "backtest.of",
                                        closed.dismissedAvoided(),
                                        closed.dismissedKept() + closed.dismissedAvoided()),
                                translate("backtest.avoided.note"))),
                byRule(outcome),
                sides);
    }

    private String told(Trial trial) {
        Map<String, Double> values = new TreeMap<>(trial.thresholds());
        return Boolean.FALSE.equals(trial.enabled())
                ? translate("rules.off")
                : values.entrySet().stream()
                        .map(entry -> RuleWords.threshold(entry.getKey()) + " " + formats.rate(entry.getValue())
                                + RuleWords.unitOf(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private Table byRule(Outcome outcome) {
        Table table = new Table(
                translate("backtest.byRule"),
                List.of(
                        Column.text(translate("rules.rule")),
                        Column.figure(translate("backtest.now")),
                        Column.figure(translate("backtest.then"))));
        Map<String, Integer> rules = new TreeMap<>(outcome.casesNow());
        outcome.casesTried().forEach(rules::putIfAbsent);
        rules.keySet()
                .forEach(rule -> table.row(List.of(
                        RuleWords.rule(rule),
                        translate("bulk.cases", outcome.casesNow().getOrDefault(rule, 0)),
                        translate("bulk.cases", outcome.casesTried().getOrDefault(rule, 0)))));
        return table;
    }

    private Div side(String key, int count, List<Case> cases) {
        Div side = new Div(new H3(translate(key) + ": " + formats.count(count)));
        side.addClassName("backtest-side");
        if (cases.isEmpty()) {
            return side;
        }
        Table table = new Table(
                translate(key),
                List.of(
                        Column.text(translate("column.client")),
                        Column.text(translate("filter.type")),
                        Column.text(translate("column.severity")),
                        Column.text(translate("case.period")),
                        Column.figure(translate("case.lost"))));
        cases.stream()
                .limit(SHOWN)
                .forEach(one -> table.rowOf(List.of(
                        client(one),
                        new Span(Chip.word(one.type(), one.subtype())),
                        Chip.of(one.severity()),
                        new Span(formats.days(one.firstDay(), one.lastDay())),
                        new Span(lost(one)))));
        side.add(table);
        if (count > SHOWN) {
            Span more = new Span(translate("backtest.more", count - Math.min(SHOWN, cases.size())));
            more.addClassName("card-note");
            side.add(more);
        }
        return side;
    }

    private String lost(Case one) {
        return one.lostKwh() == 0
                ? Formats.NONE
                : formats.energy(BigDecimal.valueOf(one.lostKwh()).round(DIGITS));
    }

    private static Component client(Case one) {
        return new Anchor(
                one.caseId() == null ? Addresses.ofClient(one.clientId()) : Addresses.ofCase(one.caseId()),
                one.clientId());
    }
}
