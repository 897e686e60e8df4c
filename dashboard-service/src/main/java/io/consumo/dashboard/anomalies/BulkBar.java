package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.consumo.dashboard.part.Chip;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.BulkDecision.Item;
import io.consumo.model.api.BulkDecision.Result;
import io.consumo.model.api.CaseDecision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One decision for all cases that were picked; there only while some are. */
final class BulkBar extends Div {

    private static final String SUBJECT = "bulk";

    private final transient Drafts drafts;
    private final transient Function<CaseDecision, Result> decide;
    private final transient Runnable drop;
    private final Span count = new Span();
    private final Div refused = new Div();
    private final Div decisions = new Div();
    private transient List<Anomaly> picked = List.of();

    /**
     * An empty one.
     *
     * @param decide answers what became of each
     * @param drop picks none
     */
    BulkBar(Drafts drafts, Function<CaseDecision, Result> decide, Runnable drop) {
        this.drafts = drafts;
        this.decide = decide;
        this.drop = drop;
        addClassName("bulk");
        count.addClassName("bulk-count");
        count.getElement().setAttribute("role", "status");
        add(count, decisions, refused);
        setVisible(false);
    }

    void show(Set<Anomaly> cases) {
        boolean begun = picked.isEmpty() && !cases.isEmpty();
        picked = List.copyOf(cases);
        setVisible(!picked.isEmpty() || refused.getComponentCount() > 0);
        count.setText(translate("bulk.count", picked.size()));
        if (picked.isEmpty()) {
            decisions.removeAll();
        } else if (begun) {
            refused.removeAll();
            DecisionBar bar = new DecisionBar(drafts, SUBJECT, EnumSet.allOf(CaseStatus.class), this::all, drop);
            NativeButton none = new NativeButton(translate("bulk.drop"), click -> drop.run());
            none.addClassName("button");
            bar.more(none);
            decisions.add(bar);
        }
    }

    List<Anomaly> picked() {
        return picked;
    }

    private void all(CaseDecision decision) {
        List<Anomaly> asked = picked;
        Result result = decide.apply(decision);
        refused.removeAll();
        List<Item> failed =
                result.items().stream().filter(item -> item.problem() != null).toList();
        if (!failed.isEmpty()) {
            UnorderedList list = new UnorderedList();
            failed.forEach(item -> list.add(entry(item, asked)));
            NativeButton seen = new NativeButton(translate("bulk.seen"), click -> {
                refused.removeAll();
                setVisible(!picked.isEmpty());
            });
            seen.addClassName("button");
            Div box = new Div(new Span(translate("bulk.refused", failed.size())), list, seen);
            box.addClassName("bulk-refused");
            box.getElement().setAttribute("role", "alert");
            refused.add(box);
        }
        drop.run();
        show(Set.of());
    }

    private static ListItem entry(Item item, List<Anomaly> asked) {
        ListItem entry = new ListItem(asked.stream()
                .filter(one -> one.id().equals(item.id()))
                .map(one -> translate("bulk.why", one.clientId(), Chip.word(one.status())))
                .findFirst()
                .orElse(item.id()));
        entry.getElement().setAttribute("title", String.valueOf(item.problem()));
        return entry;
    }
}
