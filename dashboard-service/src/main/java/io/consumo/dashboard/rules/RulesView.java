package io.consumo.dashboard.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.anomalies.Tabs;
import io.consumo.dashboard.backend.AnomalyClient;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.RulesClient;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.AnomalyStats;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.api.Session.Role;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that fill the queue: how right each one was, its thresholds, and what others would do. */
@PermitAll
@Route("rules")
public final class RulesView extends Div implements BeforeEnterObserver, Titled {

    private static final String PATH = "rules";
    private static final String RULE = "rule";
    private static final String BACKTEST = "backtest";

    private final transient RulesClient rules;
    private final transient Caller caller;
    private final transient Formats formats;
    private final transient Role role;
    private final Region list = new Region("middle");
    private final Div chosen = new Div();
    private final Div tried = new Div();
    private final transient Map<String, RuleEditor> editors = new HashMap<>();
    private transient List<RuleSettings> known = List.of();
    private transient String rule = "";
    private transient String backtest = "";

    RulesView(RulesClient rules, AnomalyClient anomalies, Callers callers, ZoneProperties settings) {
        this.rules = rules;
        caller = callers.current();
        role = callers.signedIn().role();
        formats = new Formats(caller.language(), settings.zone());
        addClassName("rules");
        Paragraph text = new Paragraph(getTranslation("rules.precision.text"));
        text.addClassName("card-note");
        Region score = new Region("middle");
        Card scores = new Card(getTranslation("score.title"), score);
        scores.addClassName("rules-score");
        chosen.addClassName("rules-chosen");
        Div columns = new Div(new Card(getTranslation("rules.title"), text, list), chosen, scores);
        columns.addClassName("rules-columns");
        Region counts = new Region("middle");
        add(new Tabs(true), tried, columns, counts);
        list.load(() -> rules.all(caller), this::list);
        score.load(() -> rules.score(caller), found -> new ScorePanel(found, formats));
        counts.load(() -> anomalies.stats(caller), this::counts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        rule = query.getSingleParameter(RULE).orElse("");
        String wanted = query.getSingleParameter(BACKTEST).orElse("");
        if (!wanted.equals(backtest)) {
            backtest = wanted;
            tried.removeAll();
            if (!wanted.isEmpty()) {
                tried.add(new BacktestPanel(() -> rules.backtest(caller, wanted), formats, () -> navigate(rule, "")));
            }
        }
        choose();
    }

    private Component list(List<RuleSettings> found) {
        known = found;
        choose();
        return new RuleTable(found, formats, this::address);
    }

    private void choose() {
        chosen.removeAll();
        known.stream()
                .filter(one -> rule.isEmpty() || one.rule().equals(rule))
                .findFirst()
                .ifPresent(one -> chosen.add(editors.computeIfAbsent(one.rule(), key -> editor(one))));
    }

    private RuleEditor editor(RuleSettings settings) {
        return new RuleEditor(
                settings, formats, role, change -> save(settings.rule(), change), this::tryOut, this::reload);
    }

    private void save(String changed, RuleChange change) {
        rules.change(caller, changed, change);
        reload(changed);
    }

    private void tryOut(BacktestRequest request) {
        navigate(rule, rules.tryOut(caller, request).id());
    }

    private void reload(String changed) {
        editors.remove(changed);
        list.refresh(() -> rules.all(caller), this::list);
    }

    private void navigate(String toRule, String toBacktest) {
        UI.getCurrentOrThrow().navigate(PATH, query(toRule, toBacktest));
    }

    private String address(String ofRule) {
        return "/" + PATH + "?" + query(ofRule, backtest).getQueryString();
    }

    private static QueryParameters query(String rule, String backtest) {
        Map<String, List<String>> query = new HashMap<>();
        if (!rule.isEmpty()) {
            query.put(RULE, List.of(rule));
        }
        if (!backtest.isEmpty()) {
            query.put(BACKTEST, List.of(backtest));
        }
        return new QueryParameters(query);
    }

    private Component counts(AnomalyStats stats) {
        Table types = counts(getTranslation("rules.byType"), getTranslation("filter.type"));
        for (AnomalyType type : AnomalyType.values()) {
            types.row(List.of(Chip.word(type, null), count(stats.byType().getOrDefault(type, 0))));
        }
        Table statuses = counts(getTranslation("rules.byStatus"), getTranslation("filter.status"));
        for (CaseStatus status : CaseStatus.values()) {
            statuses.row(List.of(Chip.word(status), count(stats.byStatus().getOrDefault(status, 0))));
        }
        Div counts = new Div(
                new Card(getTranslation("rules.byType"), types), new Card(getTranslation("rules.byStatus"), statuses));
        counts.addClassName("monthly-upper");
        return counts;
    }

    private Table counts(String name, String what) {
        return new Table(name, List.of(Column.text(what), Column.figure(getTranslation("column.cases"))));
    }

    private String count(int cases) {
        return getTranslation("bulk.cases", cases);
    }

    @Override
    public String title() {
        return getTranslation("page.ANOMALIES");
    }
}
