package io.consumo.dashboard.monthly;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Pages;
import io.consumo.dashboard.part.Unfetched;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import java.util.List;

/** Each client's month, fetched as far as somebody scrolls. */
final class MonthTable extends Div {

    private static final int PAGE_SIZE = 50;

    private final Grid<MonthlyConsumption> grid = new Grid<>();
    private final Unfetched unfetched = new Unfetched(grid, this::refresh);
    private final Span count = new Span();
    private final transient Source source;

    /** One page of the clients' months. */
    @FunctionalInterface
    interface Source {
        Page<MonthlyConsumption> page(int number, int size);
    }

    MonthTable(Formats formats, Source source) {
        this.source = source;
        addClassName("month-table");
        count.addClassName("case-count");
        count.getElement().setAttribute("role", "status");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setPageSize(PAGE_SIZE);
        grid.getElement().setAttribute("aria-label", translate("monthly.clients"));
        grid.setEmptyStateComponent(
                new EmptyState("monthly", translate("monthly.empty"), translate("client.months.empty.text")));
        grid.addColumn(LitRenderer.<MonthlyConsumption>of(
                                "<a href=\"${item.address}\" class=\"cell-link\">${item.id}</a>")
                        .withProperty("address", month -> Addresses.ofClient(month.clientId()))
                        .withProperty("id", MonthlyConsumption::clientId))
                .setHeader(translate("column.client"))
                .setFrozen(true)
                .setWidth("130px")
                .setFlexGrow(2);
        figure("column.total", month -> formats.kwh(month.totalKwh(), 1));
        figure(
                "column.change",
                month -> month.changePercent() == null ? Formats.NONE : formats.change(month.changePercent()));
        figure("band.NIGHT", month -> formats.kwh(month.nightKwh(), 1));
        figure("band.MORNING", month -> formats.kwh(month.morningKwh(), 1));
        figure("band.AFTERNOON", month -> formats.kwh(month.afternoonKwh(), 1));
        figure("band.EVENING", month -> formats.kwh(month.eveningKwh(), 1));
        figure("column.perDay", month -> formats.kwh(month.averageDailyKwh(), 1));
        figure("column.days", month -> translate("case.days", month.days()));
        figure("column.score", month -> translate("score.of", month.anomalyScore()));
        add(count, unfetched, grid);
    }

    void refresh() {
        grid.setItems(
                query -> unfetched
                        .fetch(
                                () -> Pages.rows(query.getOffset(), query.getLimit(), PAGE_SIZE, number -> source.page(
                                                number, PAGE_SIZE)
                                        .content()),
                                List.<MonthlyConsumption>of())
                        .stream(),
                query -> counted(unfetched.fetch(() -> source.page(0, 1), Page.of(List.of(), 1, 0, 0))));
    }

    private int counted(Page<MonthlyConsumption> page) {
        count.setText(translate("clients.count", page.page().totalElements()));
        return Math.toIntExact(page.page().totalElements());
    }

    private void figure(String header, ValueProvider<MonthlyConsumption, String> figure) {
        grid.addColumn(figure)
                .setHeader(translate(header))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("112px")
                .setFlexGrow(1);
    }
}
