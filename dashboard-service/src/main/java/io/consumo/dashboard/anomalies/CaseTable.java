package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.signals.Signal;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Pages;
import io.consumo.dashboard.part.Unfetched;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Page;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases by rank, fetched as far as somebody scrolls. */
final class CaseTable extends Div {

    private static final int PAGE_SIZE = 50;
    private static final int PHONE_WIDTH = 600;

    private final Grid<Anomaly> grid = new Grid<>();
    private final Unfetched unfetched = new Unfetched(grid, this::refresh);
    private final transient Formats formats;
    private final transient Source source;
    private final transient Consumer<Long> counted;
    private final transient Map<Integer, Anomaly> fetched = new TreeMap<>();
    private transient @Nullable CallbackDataProvider<Anomaly, Void> cases;
    private String marked = "";

    /** One page of the cases in question. */
    @FunctionalInterface
    interface Source {
        Page<Anomaly> page(int number, int size);
    }

    /**
     * A table without content until it is refreshed.
     *
     * @param counted is told how many there are
     * @param selectable whether many can be picked for one decision
     */
    CaseTable(Formats formats, Source source, Consumer<Long> counted, boolean selectable) {
        this.formats = formats;
        this.source = source;
        this.counted = counted;
        addClassName("case-table");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setPageSize(PAGE_SIZE);
        grid.setSelectionMode(selectable ? SelectionMode.MULTI : SelectionMode.NONE);
        grid.setEmptyStateComponent(
                new EmptyState("check", translate("cases.none.title"), translate("cases.none.text")));
        grid.setPartNameGenerator(item -> item.id().equals(marked) ? "current" : null);
        grid.getElement().setAttribute("aria-label", translate("page.ANOMALIES"));
        columns();
        add(unfetched, grid);
    }

    /** Marks the row of the case that is open, none when it is empty. */
    void mark(String id) {
        String before = marked;
        marked = id;
        if (cases != null) {
            fetched.values().stream()
                    .filter(item -> item.id().equals(before) || item.id().equals(id))
                    .forEach(cases::refreshItem);
        }
        indexOf(id).ifPresent(grid::scrollToIndex);
    }

    void refresh() {
        fetched.clear();
        cases = new CallbackDataProvider<>(this::fetch, query -> count(), Anomaly::id);
        grid.setItems(cases);
    }

    void onPick(Consumer<String> picked) {
        grid.addItemClickListener(click -> picked.accept(click.getItem().id()));
    }

    void onSelect(Consumer<Set<Anomaly>> selected) {
        grid.addSelectionListener(selection -> selected.accept(selection.getAllSelectedItems()));
    }

    void deselectAll() {
        grid.deselectAll();
    }

    /** Picks or drops the case that is open. */
    void toggleMarked() {
        indexOf(marked).map(fetched::get).ifPresent(item -> {
            if (grid.getSelectedItems().stream().anyMatch(other -> other.id().equals(item.id()))) {
                grid.deselect(item);
            } else {
                grid.select(item);
            }
        });
    }

    /** The case that lies so many places below the one that is open; the first one when none is. */
    Optional<String> fromMarked(int step) {
        int index = indexOf(marked).map(place -> place + step).orElse(0);
        if (index < 0) {
            return Optional.empty();
        }
        Anomaly known = fetched.get(index);
        return (known == null ? source.page(index, 1).content().stream().findFirst() : Optional.of(known))
                .map(Anomaly::id);
    }

    private Optional<Integer> indexOf(String id) {
        return fetched.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Stream<Anomaly> fetch(Query<Anomaly, Void> query) {
        List<Anomaly> content = unfetched.fetch(
                () -> Pages.rows(
                        query.getOffset(), query.getLimit(), PAGE_SIZE, number -> source.page(number, PAGE_SIZE)
                                .content()),
                List.of());
        for (int index = 0; index < content.size(); index++) {
            fetched.put(query.getOffset() + index, content.get(index));
        }
        return content.stream();
    }

    private int count() {
        long total = unfetched
                .fetch(() -> source.page(0, 1), Page.of(List.of(), 1, 0, 0))
                .page()
                .totalElements();
        counted.accept(total);
        return Math.toIntExact(total);
    }

    private void columns() {
        Column<Anomaly> score = grid.addColumn(Anomaly::score)
                .setHeader(translate("column.score"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("76px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Anomaly>of("""
                                <div class="cell-two"><span class="cell-client">${item.client}</span>\
                                <span class="cell-type">${item.type}</span></div>""")
                        .withProperty("client", Anomaly::clientId)
                        .withProperty("type", this::kindAndOwner))
                .setHeader(translate("column.case"))
                .setWidth("104px")
                .setFlexGrow(1);
        Column<Anomaly> severity = grid.addColumn(
                        LitRenderer.<Anomaly>of("<span class=\"chip severity ${item.severity}\">${item.word}</span>")
                                .withProperty("severity", item -> Chip.classOf(item.severity()))
                                .withProperty("word", item -> Chip.word(item.severity())))
                .setHeader(translate("column.severity"))
                .setWidth("114px")
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
                .setWidth("122px")
                .setFlexGrow(0);
        // A phone has room for three columns and the severity's bars alone; the order tells the rank.
        Signal.effect(this, () -> {
            boolean wide =
                    UI.getCurrentOrThrow().getPage().windowSizeSignal().get().width() > PHONE_WIDTH;
            score.setVisible(wide);
            severity.setWidth(wide ? "114px" : "60px").setHeader(wide ? translate("column.severity") : "");
            running.setVisible(wide);
        });
    }

    private String kindAndOwner(Anomaly item) {
        String type = Chip.word(item.type(), item.subtype());
        return item.assignee() == null ? type : type + " · " + item.assignee();
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
