package io.consumo.dashboard.monthly;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.MonthlyClient;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All clients' figures of one month; the month is in the address. */
@PermitAll
@Route("monthly")
public final class MonthlyView extends Div implements BeforeEnterObserver, Titled {

    private static final String MONTH = "month";
    private static final int MONTHS = 13;
    private static final int ROWS = 100;

    private final transient MonthlyClient months;
    private final transient Caller caller;
    private final transient Formats formats;
    private final Select<YearMonth> picker = new Select<>();
    private final Region region = new Region("tall");

    MonthlyView(MonthlyClient months, Callers callers, ZoneProperties settings) {
        this.months = months;
        caller = callers.current();
        formats = new Formats(caller.language(), settings.zone());
        addClassName("monthly");
        YearMonth now = YearMonth.now(formats.zone());
        picker.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        picker.setItemLabelGenerator(formats::month);
        picker.setAriaLabel(getTranslation("column.month"));
        picker.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrentOrThrow()
                        .navigate(
                                "monthly",
                                QueryParameters.of(MONTH, event.getValue().toString()));
            }
        });
        Div tools = new Div(picker);
        tools.addClassName("tools");
        add(tools, region);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        YearMonth month = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(MONTH)
                .flatMap(MonthlyView::parse)
                .orElseGet(() -> YearMonth.now(formats.zone()));
        picker.setValue(month);
        region.load(() -> fetch(month), page -> page.map(this::table).orElseGet(this::later));
    }

    /** Nothing where the API does not offer this list yet. */
    private Optional<Page<MonthlyConsumption>> fetch(YearMonth month) {
        try {
            return Optional.of(months.page(caller, month, 0, ROWS));
        } catch (BackendFailure failure) {
            if (failure.is(Kind.NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Component later() {
        return new EmptyState("monthly", getTranslation("monthly.later"), getTranslation("monthly.later.text"));
    }

    private Component table(Page<MonthlyConsumption> page) {
        if (page.content().isEmpty()) {
            return new EmptyState(
                    "monthly",
                    getTranslation("monthly.empty"),
                    getTranslation("monthly.empty.text"),
                    "./start.sh producer --mode backfill --days 60");
        }
        Table table = new Table(
                title(),
                List.of(
                        Column.text(getTranslation("column.client")),
                        Column.figure(getTranslation("column.total")),
                        Column.figure(getTranslation("column.change")),
                        Column.figure(getTranslation("band.NIGHT")),
                        Column.figure(getTranslation("band.MORNING")),
                        Column.figure(getTranslation("band.AFTERNOON")),
                        Column.figure(getTranslation("band.EVENING")),
                        Column.figure(getTranslation("column.perDay")),
                        Column.figure(getTranslation("column.days")),
                        Column.figure(getTranslation("column.score"))));
        page.content().forEach(month -> table.rowOf(row(month)));
        Span count = new Span(getTranslation(
                "monthly.count", page.content().size(), page.page().totalElements()));
        count.addClassName("case-count");
        Div content = new Div(count, table);
        content.addClassName("card");
        return content;
    }

    private List<Component> row(MonthlyConsumption month) {
        Anchor client = new Anchor("/clients/" + month.clientId(), month.clientId());
        client.addClassName("cell-link");
        return List.of(
                client,
                new Span(formats.kwh(month.totalKwh(), 1)),
                new Span(change(month.changePercent())),
                new Span(formats.kwh(month.nightKwh(), 1)),
                new Span(formats.kwh(month.morningKwh(), 1)),
                new Span(formats.kwh(month.afternoonKwh(), 1)),
                new Span(formats.kwh(month.eveningKwh(), 1)),
                new Span(formats.kwh(month.averageDailyKwh(), 1)),
                new Span(getTranslation("case.days", month.days())),
                new Span(getTranslation("score.of", month.anomalyScore())));
    }

    private String change(@Nullable Double percent) {
        return percent == null ? Formats.NONE : formats.change(percent);
    }

    private static Optional<YearMonth> parse(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return getTranslation("page.MONTHLY");
    }
}
