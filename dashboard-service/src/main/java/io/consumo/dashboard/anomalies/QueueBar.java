package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.part.CsvLink;
import io.consumo.model.api.Anomaly;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Above the queue: what it holds, how it is ranked, how many, and that there are new ones. */
final class QueueBar extends Div {

    private final FilterBar filters;
    private final Select<CaseOrder> orders = new Select<>();
    private final Span count = new Span();
    private final NativeButton fresh;
    private transient CaseFilter filter = CaseFilter.OPEN;
    private transient @Nullable Instant seenUntil;

    QueueBar(
            boolean decides,
            String reader,
            Consumer<CaseFilter> filterBy,
            Consumer<CaseOrder> rankBy,
            Runnable refresh,
            Consumer<OutputStream> csv) {
        filters = new FilterBar(reader, filterBy);
        fresh = new NativeButton("", click -> refresh.run());
        fresh.addClassNames("pill", "queue-fresh");
        fresh.setVisible(false);
        addClassName("queue-bar");
        count.addClassName("case-count");
        count.getElement().setAttribute("role", "status");
        orders.setItems(CaseOrder.values());
        orders.setItemLabelGenerator(order -> translate("order." + order));
        orders.setAriaLabel(translate("order.label"));
        orders.addClassName("queue-order");
        orders.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                rankBy.accept(event.getValue());
            }
        });
        Div tools = new Div(count, fresh, orders, new CsvLink("consumo-cases.csv", csv), new KeyHelp(decides));
        tools.addClassName("queue-tools");
        add(new Tabs(false), filters, tools);
    }

    void show(CaseFilter wanted, CaseOrder order) {
        filter = wanted;
        filters.show(wanted);
        orders.setValue(order);
        seenUntil = null;
        fresh.setVisible(false);
    }

    void count(long cases) {
        count.setText(translate("cases.count", cases));
    }

    /** The list itself stays as it is until the reader wants the new ones. */
    void arrived(Fetched<List<Anomaly>> newest) {
        List<Anomaly> cases = newest.value();
        if (cases == null) {
            return;
        }
        if (seenUntil == null) {
            seenUntil = cases.stream()
                    .map(Anomaly::openedAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            return;
        }
        Instant seen = seenUntil;
        long unseen = cases.stream()
                .filter(item -> item.openedAt().isAfter(seen) && filter.admits(item))
                .count();
        fresh.setText(translate("cases.new", unseen));
        fresh.setVisible(unseen > 0);
    }
}
