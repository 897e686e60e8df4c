package io.consumo.dashboard.clients;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.ClientsClient;
import io.consumo.dashboard.chart.Sparkline;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Pages;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.part.Unfetched;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.Page;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;

/** All clients, sorted and paged by the API; the search is in the address. */
@PermitAll
@Route("clients")
public final class ClientsView extends Div implements BeforeEnterObserver, Titled {

    private static final String SEARCH = "search";
    private static final String BY_ID = "clientId,asc";
    private static final int PAGE_SIZE = 50;

    /** Below this share of readings a client has gaps worth a look. */
    private static final double WHOLE = 0.95;

    private final transient ClientsClient clients;
    private final transient Caller caller;
    private final transient Formats formats;
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final Grid<ClientSummary> grid = new Grid<>();
    private final Unfetched unfetched =
            new Unfetched(grid, () -> grid.getDataProvider().refreshAll());

    ClientsView(ClientsClient clients, Callers callers, ZoneProperties settings) {
        this.clients = clients;
        caller = callers.current();
        formats = new Formats(caller.language(), settings.zone());
        addClassNames("clients", "fill");
        search.setPlaceholder(getTranslation("clients.search"));
        search.setAriaLabel(getTranslation("clients.search"));
        search.setPrefixComponent(Icon.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrentOrThrow().navigate("clients", address(event.getValue()));
            }
        });
        count.addClassName("case-count");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(search, count);
        tools.addClassName("tools");
        columns();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.addClassName("clickable");
        grid.setPageSize(PAGE_SIZE);
        grid.setEmptyStateComponent(new EmptyState(
                "clients",
                getTranslation("clients.empty.title"),
                getTranslation("clients.empty.text"),
                "./start.sh producer --mode once --clients 50"));
        grid.addItemClickListener(click -> UI.getCurrentOrThrow()
                .navigate(Addresses.ofClient(click.getItem().clientId())));
        add(tools, unfetched, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse("");
        if (!search.getValue().equals(wanted)) {
            search.setValue(wanted);
        }
        grid.setItems(this::fetch, query -> count(wanted));
    }

    private Stream<ClientSummary> fetch(Query<ClientSummary, Void> query) {
        return unfetched
                .fetch(
                        () -> Pages.rows(query.getOffset(), query.getLimit(), PAGE_SIZE, page -> clients.page(
                                        caller, search.getValue(), sort(query), page, PAGE_SIZE)
                                .content()),
                        List.<ClientSummary>of())
                .stream();
    }

    private int count(String wanted) {
        Page<ClientSummary> page =
                unfetched.fetch(() -> clients.page(caller, wanted, BY_ID, 0, 1), Page.of(List.of(), 1, 0, 0));
        count.setText(getTranslation("clients.count", page.page().totalElements()));
        return Math.toIntExact(page.page().totalElements());
    }

    private static String sort(Query<ClientSummary, Void> query) {
        return query.getSortOrders().stream().findFirst().map(ClientsView::sort).orElse(BY_ID);
    }

    private static String sort(QuerySortOrder order) {
        return order.getSorted() + (order.getDirection() == SortDirection.ASCENDING ? ",asc" : ",desc");
    }

    private static QueryParameters address(String wanted) {
        return wanted.isBlank() ? QueryParameters.empty() : QueryParameters.of(SEARCH, wanted);
    }

    private void columns() {
        grid.addColumn(LitRenderer.<ClientSummary>of("<a href=\"${item.address}\" class=\"cell-link\">${item.id}</a>")
                        .withProperty("address", client -> Addresses.ofClient(client.clientId()))
                        .withProperty("id", ClientSummary::clientId))
                .setHeader(getTranslation("column.client"))
                .setSortProperty("clientId")
                .setFrozen(true)
                .setWidth("clamp(116px, 12vw, 150px)")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<ClientSummary>of("""
                                <svg class="cell-spark" viewBox="0 0 120 28" preserveAspectRatio="none" aria-hidden="true">\
                                <path class="spark-line" vector-effect="non-scaling-stroke" d="${item.line}"></path></svg>""")
                        .withProperty("line", client -> Sparkline.line(client.recentKwh())))
                .setHeader(getTranslation("column.recent"))
                .setWidth("clamp(96px, 11vw, 150px)")
                .setFlexGrow(1);
        figure("column.perDay", "averageDailyKwh", client -> formats.kwh(client.averageDailyKwh(), 1));
        figure("column.nightShare", "nightShare", client -> formats.percent(client.nightShare()));
        grid.addColumn(LitRenderer.<ClientSummary>of("""
                                <span class="cell-complete ${item.kind}"><i class="level"><i style="width: ${item.level}%"></i></i>${item.share}</span>""")
                        .withProperty("kind", client -> client.completeness() < WHOLE ? "gaps" : "")
                        .withProperty("level", client -> Math.round(client.completeness() * 100))
                        .withProperty("share", client -> formats.percent(client.completeness())))
                .setHeader(getTranslation("column.completeness"))
                .setSortProperty("completeness")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<ClientSummary>of("<span class=\"${item.kind}\">${item.open}</span>")
                        .withProperty("kind", client -> client.openAnomalies() > 0 ? "count-badge" : "quiet")
                        .withProperty("open", client -> formats.count(client.openAnomalies())))
                .setHeader(getTranslation("column.openCases"))
                .setSortProperty("openAnomalies")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(1);
        figure("column.lastDay", "lastDay", client -> formats.longDay(client.lastDay()));
    }

    private void figure(String header, String property, ValueProvider<ClientSummary, String> figure) {
        grid.addColumn(figure)
                .setHeader(getTranslation(header))
                .setSortProperty(property)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("clamp(108px, 10vw, 130px)")
                .setFlexGrow(1);
    }

    @Override
    public String title() {
        return getTranslation("page.CLIENTS");
    }
}
