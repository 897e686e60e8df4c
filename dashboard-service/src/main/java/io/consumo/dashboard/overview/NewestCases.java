package io.consumo.dashboard.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.CaseEntry;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Skeleton;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest cases, sliding in; what is under the pointer stays where it is until it leaves. */
final class NewestCases extends Div {

    private final transient Formats formats;
    private final Card card = new Card(translate("cases.newest"));
    private final Div failure = new Div();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton pill = new NativeButton("", click -> catchUp());
    private final transient Map<String, CaseEntry> entries = new HashMap<>();
    private transient @Nullable List<Anomaly> waiting;
    private transient boolean begun;
    private transient boolean pointed;

    NewestCases(Formats formats) {
        this.formats = formats;
        addClassNames("cases-panel", "tall");
        list.addClassName("cases");
        list.getElement().setAttribute("aria-label", translate("cases.newest"));
        pill.addClassName("pill");
        pill.setVisible(false);
        Anchor all = new Anchor("/anomalies", translate("cases.all"));
        all.addClassName("card-link");
        card.tools(all);
        card.show(failure, new Skeleton());
        getElement().addEventListener("pointerenter", event -> pointed = true);
        getElement().addEventListener("pointerleave", event -> {
            pointed = false;
            catchUp();
        });
        add(card);
    }

    void take(Fetched<List<Anomaly>> fetched) {
        failure.removeAll();
        BackendFailure reason = fetched.ownFailure();
        if (reason != null) {
            failure.add(new FailedPart(reason));
            if (!begun) {
                card.show(failure);
            }
        }
        List<Anomaly> cases = fetched.value();
        if (cases != null && pointed && begun) {
            hold(cases);
        } else if (cases != null) {
            show(cases);
        }
    }

    private void hold(List<Anomaly> cases) {
        long unseen =
                cases.stream().filter(item -> !entries.containsKey(item.id())).count();
        waiting = cases;
        pill.setText(translate("cases.new", unseen));
        pill.setVisible(unseen > 0);
    }

    private void catchUp() {
        if (waiting != null) {
            show(waiting);
        }
    }

    private void show(List<Anomaly> cases) {
        waiting = null;
        pill.setVisible(false);
        if (cases.isEmpty()) {
            entries.clear();
            list.removeAll();
            card.show(failure, new EmptyState("check", translate("cases.empty.title"), translate("cases.empty.text")));
        } else {
            if (!list.isAttached()) {
                card.show(failure, pill, list);
            }
            update(cases);
        }
        begun = true;
    }

    /** Entries that stay are not touched, so that nothing flickers and only new ones slide in. */
    private void update(List<Anomaly> cases) {
        List<String> ids = cases.stream().map(Anomaly::id).toList();
        entries.entrySet().removeIf(entry -> {
            boolean gone = !ids.contains(entry.getKey());
            if (gone) {
                list.remove(entry.getValue());
            }
            return gone;
        });
        for (int index = 0; index < cases.size(); index++) {
            Anomaly item = cases.get(index);
            CaseEntry entry = entries.get(item.id());
            if (entry == null || !entry.anomaly().equals(item)) {
                if (entry != null) {
                    list.remove(entry);
                }
                CaseEntry fresh = new CaseEntry(item, formats);
                fresh.setClassName("case-entering", entry == null && begun);
                entries.put(item.id(), fresh);
                list.addComponentAtIndex(index, fresh);
            } else if (list.indexOf(entry) != index) {
                list.remove(entry);
                list.addComponentAtIndex(index, entry);
            }
        }
    }
}
