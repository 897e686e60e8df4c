package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.signals.Signal;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Page;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Cases by rank, fetched as far as somebody scrolls. */
final class CaseTable extends Div {

    private static final int PAGE_SIZE = 50;
    private static final int PHONE_WIDTH = 600;

    private final Grid<Anomaly> grid = new Grid<>();
    private final Span count = new Span();
    private final transient Formats formats;
    private final transient Source source;
    private String marked = "";

    /** One page of the cases in question. */
    @FunctionalInterface
    interface Source {
        Page<Anomaly> page(int number, int size);
    }

    CaseTable(Formats formats, Source source) {
        this.formats = formats;
        this.source = source;
        addClassName("case-table");
        count.addClassName("case-count");
        count.getElement().setAttribute("role", "status");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setPageSize(PAGE_SIZE);
        grid.setEmptyStateComponent(
                new EmptyState("check", translate("cases.none.title"), translate("cases.none.text")));
        grid.setPartNameGenerator(item -> item.id().equals(marked) ? "current" : null);
        columns();
        add(count, grid);
    }

    /** Marks the row of the case that is open, none when it is empty. */
    void mark(String id) {
        marked = id;
        grid.getDataProvider().refreshAll();
    }

    void refresh() {
        grid.setItems(
                query -> {
                    Page<Anomaly> page = source.page(query.getOffset() / query.getLimit(), query.getLimit());
                    return page.content().stream();
                },
                query -> counted(source.page(0, 1)));
    }

    void onPick(Consumer<String> picked) {
        grid.addItemClickListener(click -> picked.accept(click.getItem().id()));
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection.getFirstSelectedItem().map(Anomaly::id).ifPresent(picked);
            }
        });
    }

    private int counted(Page<Anomaly> page) {
        long total = page.page().totalElements();
        count.setText(translate("cases.count", total));
        return Math.toIntExact(total);
    }

    private void columns() {
        Column<Anomaly> score = grid.addColumn(Anomaly::score)
                .setHeader(translate("column.score"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Anomaly>of("""
                                <div class="cell-two"><span class="cell-client">${item.client}</span>\
                                <span class="cell-type">${item.type}</span></div>""")
                        .withProperty("client", Anomaly::clientId)
                        .withProperty("type", item -> Chip.word(item.type(), item.subtype())))
                .setHeader(translate("column.case"))
                .setWidth("104px")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<Anomaly>of("<span class=\"chip severity ${item.severity}\">${item.word}</span>")
                        .withProperty("severity", item -> Chip.classOf(item.severity()))
                        .withProperty("word", item -> Chip.word(item.severity())))
                .setHeader(translate("column.severity"))
                .setWidth("122px")
                .setFlexGrow(0);
        Column<Anomaly> running = grid.addColumn(item -> translate("case.days", days(item)))
                .setHeader(translate("column.running"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("88px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Anomaly>of("""
                                <div class="cell-two figure"><span>${item.amount}</span>\
                                <span class="cell-type">${item.kind}</span></div>""")
                        .withProperty("amount", this::amount)
                        .withProperty("kind", this::kind))
                .setHeader(translate("column.stake"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("128px")
                .setFlexGrow(0);
        // A phone has room for three columns; the order tells the rank.
        Signal.effect(this, () -> {
            boolean wide =
                    UI.getCurrentOrThrow().getPage().windowSizeSignal().get().width() > PHONE_WIDTH;
            score.setVisible(wide);
            running.setVisible(wide);
        });
    }

    private String amount(Anomaly item) {
        if (hasLoss(item)) {
            return formats.money(item.lostMoney());
        }
        return isPositive(item.excessKwh()) ? formats.energy(item.excessKwh()) : Formats.NONE;
    }

    private String kind(Anomaly item) {
        if (hasLoss(item)) {
            return translate("case.lost");
        }
        return isPositive(item.excessKwh()) ? translate("case.excess") : "";
    }

    private static boolean hasLoss(Anomaly item) {
        return Stream.of(item.lostMoney().low(), item.lostMoney().high()).anyMatch(CaseTable::isPositive);
    }

    private static boolean isPositive(BigDecimal amount) {
        return amount.signum() > 0;
    }

    private static long days(Anomaly item) {
        return ChronoUnit.DAYS.between(item.firstDay(), item.lastDay()) + 1;
    }
}
