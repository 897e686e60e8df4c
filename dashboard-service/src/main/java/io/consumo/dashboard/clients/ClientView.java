package io.consumo.dashboard.clients;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.AnomalyClient;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.dashboard.backend.ClientsClient;
import io.consumo.dashboard.chart.Chart;
import io.consumo.dashboard.chart.HeatMap;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.CaseEntry;
import io.consumo.dashboard.part.CsvLink;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.Band;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Session.Role;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client: figures, days, months, cases; each part loads by itself. */
@PermitAll
@Route("clients/:id")
public final class ClientView extends Div implements BeforeEnterObserver, Titled {

    private static final int DAYS = 30;
    private static final int MAP_DAYS = 60;
    private static final int DAYS_BETWEEN_TICKS = 7;
    private static final int CASES = 20;

    private final transient ClientsClient clients;
    private final transient AnomalyClient anomalies;
    private final transient Caller caller;
    private final transient Formats formats;
    private transient String clientId = "";
    private final boolean decides;
    private transient @Nullable HoursPanel hours;

    ClientView(ClientsClient clients, AnomalyClient anomalies, Callers callers, ZoneProperties settings) {
        this.clients = clients;
        this.anomalies = anomalies;
        caller = callers.current();
        decides = callers.signedIn().role() != Role.VIEWER;
        formats = new Formats(caller.language(), settings.zone());
        addClassName("client");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = Addresses.id(event).orElseThrow();
        LocalDate today = LocalDate.now(formats.zone());
        Period period = Period.read(event.getLocation().getQueryParameters(), today);
        if (hours == null || !wanted.equals(clientId)) {
            clientId = wanted;
            hours = open(today, period);
        }
        hours.show(period);
    }

    private HoursPanel open(LocalDate today, Period period) {
        LocalDate first = today.minusDays(DAYS);
        LocalDate firstOfMap = today.minusDays(MAP_DAYS - 1L);
        Region summary = new Region("low");
        Region map = new Region("middle");
        Region days = new Region("middle");
        Region months = new Region("middle");
        Region cases = new Region("middle");
        HoursPanel panel = new HoursPanel(
                formats,
                period,
                asked -> new HoursPanel.Found(clients.hourly(caller, clientId, asked.first(), asked.last()), usual()),
                asked -> UI.getCurrentOrThrow().navigate(Addresses.ofClient(clientId), asked.write()));
        Card daysCard = new Card(getTranslation("client.days"), days);
        for (Band band : Band.values()) {
            Span legend = new Span(getTranslation("band." + band));
            legend.addClassNames("legend", "legend-block", "legend-" + band);
            daysCard.tools(legend);
        }
        daysCard.tools(
                new CsvLink("consumo-" + clientId + ".csv", out -> clients.csv(caller, clientId, first, today, out)));
        Div lower = new Div(
                new Card(getTranslation("client.months"), months), new Card(getTranslation("client.cases"), cases));
        lower.addClassName("client-lower");
        Anchor back = new Anchor("/clients", Icon.of("back"), new Span(getTranslation("client.back")));
        back.addClassName("back");
        removeAll();
        ClientDecisions decisions =
                new ClientDecisions(clients, caller, clientId, decides, formats, () -> reload(summary, cases));
        add(back, summary, decisions, new Card(getTranslation("client.map", MAP_DAYS), map), panel, daysCard, lower);
        summary.load(() -> clients.one(caller, clientId), this::facts);
        map.load(
                () -> clients.hourly(caller, clientId, firstOfMap, today),
                found -> map(new ClientHours(firstOfMap, today, found, formats)));
        days.load(() -> clients.daily(caller, clientId, first, today), found -> days(first, today, found));
        months.load(() -> clients.months(caller, clientId), this::months);
        cases.load(this::fetchCases, this::cases);
        decisions.load();
        return panel;
    }

    private List<Anomaly> fetchCases() {
        return anomalies
                .page(caller, CaseFilter.ofClient(clientId), "openedAt,desc", 0, CASES)
                .content();
    }

    /** The chart does without when it cannot be told; what is down is told elsewhere on the page. */
    private @Nullable Usual usual() {
        try {
            return new Usual(clients.baseline(caller, clientId));
        } catch (BackendFailure failure) {
            if (failure.is(BackendFailure.Kind.UNAUTHORISED)) {
                throw failure;
            }
            return null;
        }
    }

    private void reload(Region summary, Region cases) {
        summary.refresh(() -> clients.one(caller, clientId), this::facts);
        cases.refresh(this::fetchCases, this::cases);
        if (hours != null) {
            hours.refresh();
        }
    }

    /** The quickest way to see a light schedule or a flat line, and what of it is not measured. */
    private Component map(ClientHours found) {
        if (found.isEmpty()) {
            return new EmptyState(
                    "clients", getTranslation("client.days.empty"), getTranslation("client.days.empty.text"));
        }
        Facts quality = new Facts()
                .fact(getTranslation("quality.missing"), getTranslation("quality.hours", found.missing(Instant.now())))
                .fact(getTranslation("quality.estimated"), getTranslation("quality.hours", found.estimated()));
        found.sources()
                .forEach((source, days) -> quality.fact(
                        getTranslation("quality.from", getTranslation("source." + source)),
                        getTranslation("case.days", days)));
        quality.addClassName("quality");
        return new Div(
                new HeatMap(
                        getTranslation("client.map.name", clientId),
                        found.columns(DAYS_BETWEEN_TICKS),
                        getTranslation("load.missing")),
                quality);
    }

    private Component facts(ClientSummary client) {
        Facts facts = new Facts()
                .fact(getTranslation("column.perDay"), formats.energy(client.averageDailyKwh()))
                .fact(getTranslation("column.nightShare"), formats.percent(client.nightShare()))
                .fact(getTranslation("column.completeness"), formats.percent(client.completeness()))
                .fact(getTranslation("column.openCases"), formats.count(client.openAnomalies()))
                .fact(getTranslation("client.since"), formats.longDay(client.firstDay()))
                .fact(getTranslation("column.lastDay"), formats.longDay(client.lastDay()));
        facts.addClassName("card");
        return facts;
    }

    private Component days(LocalDate first, LocalDate last, List<DailyConsumption> days) {
        if (days.isEmpty()) {
            return new EmptyState(
                    "clients", getTranslation("client.days.empty"), getTranslation("client.days.empty.text"));
        }
        Chart chart = new Chart(getTranslation("client.days.name", clientId), "chart-days");
        chart.show(DaysChart.options(first, last, days, formats), () -> daysTable(days));
        return chart;
    }

    private Table daysTable(List<DailyConsumption> days) {
        Table table = new Table(
                getTranslation("client.days"),
                List.of(
                        Column.text(getTranslation("column.day")),
                        Column.figure(getTranslation("column.total")),
                        Column.figure(getTranslation("band.NIGHT")),
                        Column.figure(getTranslation("band.MORNING")),
                        Column.figure(getTranslation("band.AFTERNOON")),
                        Column.figure(getTranslation("band.EVENING")),
                        Column.figure(getTranslation("column.completeness"))));
        days.reversed()
                .forEach(day -> table.row(List.of(
                        formats.longDay(day.day()),
                        formats.kwh(day.totalKwh(), 2),
                        formats.kwh(day.nightKwh(), 2),
                        formats.kwh(day.morningKwh(), 2),
                        formats.kwh(day.afternoonKwh(), 2),
                        formats.kwh(day.eveningKwh(), 2),
                        formats.percent(day.completeness()))));
        return table;
    }

    private Component months(List<MonthlyConsumption> months) {
        if (months.isEmpty()) {
            return new EmptyState(
                    "monthly", getTranslation("client.months.empty"), getTranslation("client.months.empty.text"));
        }
        Table table = new Table(
                getTranslation("client.months"),
                List.of(
                        Column.text(getTranslation("column.month")),
                        Column.figure(getTranslation("column.total")),
                        Column.figure(getTranslation("column.change")),
                        Column.figure(getTranslation("column.perDay")),
                        Column.figure(getTranslation("column.nightShare")),
                        Column.figure(getTranslation("column.score"))));
        months.reversed()
                .forEach(month -> table.row(List.of(
                        formats.month(month.month()),
                        formats.kwh(month.totalKwh(), 1),
                        change(month.changePercent()),
                        formats.kwh(month.averageDailyKwh(), 1),
                        share(month.nightKwh(), month.totalKwh()),
                        getTranslation("score.of", month.anomalyScore()))));
        return table;
    }

    private Component cases(List<Anomaly> cases) {
        if (cases.isEmpty()) {
            return new EmptyState(
                    "check", getTranslation("client.cases.empty"), getTranslation("client.cases.empty.text"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cases");
        cases.forEach(anomaly -> list.add(new CaseEntry(anomaly, formats)));
        return list;
    }

    private String change(@Nullable Double percent) {
        return percent == null ? Formats.NONE : formats.change(percent);
    }

    private String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Formats.NONE : formats.percent(part.doubleValue() / whole.doubleValue());
    }

    @Override
    public String title() {
        return clientId;
    }
}
