package io.consumo.dashboard.anomalies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.AnomalyClient;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.dashboard.live.LiveFeed;
import io.consumo.dashboard.live.Watching;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Keys;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.part.Toast;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.shell.SignedIn;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.BulkDecision;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.api.Session.Role;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The queue: cases by rank, one of them with its evidence, and what to do with it; all of it is in the address. */
@PermitAll
@Route("anomalies/:id?")
public final class AnomaliesView extends Div implements BeforeEnterObserver, Titled {

    private static final String PATH = "anomalies";
    private static final int NEIGHBOURS = 50;

    /** As long as the API waits before it tells others. */
    private static final Duration UNDO_TIME = Duration.ofSeconds(10);

    private final transient AnomalyClient anomalies;
    private final transient Caller caller;
    private final transient SignedIn reader;
    private final transient Formats formats;
    private final transient Drafts drafts;
    private final boolean decides;
    private final QueueBar bar;
    private final CaseTable table;
    private final BulkBar bulk;
    private final Section detail = new Section();
    private final Region region = new Region("tall");
    private transient CaseFilter filter = CaseFilter.OPEN;
    private transient CaseOrder order = CaseOrder.RECOVERY;
    private transient String shown = "";
    private boolean begun;

    AnomaliesView(AnomalyClient anomalies, LiveFeed feed, Callers callers, ZoneProperties settings) {
        this.anomalies = anomalies;
        caller = callers.current();
        reader = callers.signedIn();
        decides = reader.role() != Role.VIEWER;
        drafts = Drafts.of(reader.username());
        formats = new Formats(caller.language(), settings.zone());
        bar = new QueueBar(
                decides,
                reader.username(),
                wanted -> show(shown, wanted, order),
                wanted -> show(shown, filter, wanted),
                this::refresh,
                out -> anomalies.csv(caller, filter, order.sort(), out));
        table = new CaseTable(
                formats, (page, size) -> anomalies.page(caller, filter, order.sort(), page, size), bar::count, decides);
        bulk = new BulkBar(drafts, this::decideAll, table::deselectAll);
        table.onPick(id -> show(id, filter, order));
        if (decides) {
            table.onSelect(bulk::show);
        }
        addClassName("anomalies");
        detail.addClassName("detail");
        detail.getElement().setAttribute("aria-label", getTranslation("case.detail"));
        detail.getElement().setAttribute("tabindex", "-1");
        Keys.press(detail, "Enter");
        Div list = new Div(bulk, table);
        list.addClassName("anomalies-list");
        add(bar, list, detail);
        Watching.keep(bar, feed.newestCases(), caller, bar::arrived);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CaseFilter asked = CaseQuery.read(event.getLocation().getQueryParameters());
        CaseOrder ranked = CaseQuery.order(event.getLocation().getQueryParameters());
        if (!begun || !asked.equals(filter) || ranked != order) {
            begun = true;
            filter = asked;
            order = ranked;
            bar.show(filter, order);
            table.refresh();
        }
        Optional<String> id = Addresses.id(event);
        setClassName("has-detail", id.isPresent());
        if (id.isEmpty()) {
            shown = "";
            table.mark(shown);
            detail.removeAll();
            detail.add(
                    tools(),
                    new EmptyState("anomalies", getTranslation("case.pick.title"), getTranslation("case.pick.text")));
        } else if (!id.get().equals(shown)) {
            shown = id.get();
            table.mark(shown);
            detail.removeAll();
            detail.add(tools(), region);
            detail.getElement().executeJs("this.scrollTop = 0");
            region.load(() -> anomalies.one(caller, shown), this::detail);
        }
    }

    private void show(String id, CaseFilter wanted, CaseOrder ranked) {
        UI.getCurrentOrThrow().navigate(id.isEmpty() ? PATH : Addresses.ofCase(id), CaseQuery.write(wanted, ranked));
    }

    private void refresh() {
        table.refresh();
        bar.show(filter, order);
    }

    private String address(String id) {
        String query = CaseQuery.write(filter, order).getQueryString();
        return Addresses.ofCase(id) + (query.isEmpty() ? "" : "?" + query);
    }

    // One case

    private Div tools() {
        Div tools = new Div(
                step("queue.back", "back", "Escape", () -> show("", filter, order)),
                step("queue.previous", "up", "k", () -> move(-1)),
                step("queue.next", "down", "j", () -> move(1)));
        tools.addClassName("detail-tools");
        if (decides) {
            tools.add(step("queue.select", "select", "x", table::toggleMarked));
        }
        return tools;
    }

    private NativeButton step(String text, String icon, String key, Runnable action) {
        NativeButton button = new NativeButton("", click -> action.run());
        button.addClassNames("icon-button", "step-" + icon);
        String name = getTranslation(text);
        button.setAriaLabel(name);
        button.getElement().setAttribute("title", name + " (" + key + ")");
        button.add(Icon.of(icon));
        Keys.press(button, key);
        return button;
    }

    private void move(int step) {
        table.fromMarked(step).ifPresent(id -> show(id, filter, order));
    }

    private Div detail(Anomaly anomaly) {
        Region history = new Region("low");
        Region near = new Region("low");
        Div content = new Div(new CaseDetail(
                anomaly,
                formats,
                new Card(getTranslation("trail.title"), history),
                new Card(getTranslation("neighbours.title"), near)));
        history.load(() -> anomalies.history(caller, anomaly.id()), found -> new CaseTrail(anomaly, found, formats));
        near.load(
                () -> List.of(
                        cases(CaseFilter.ofClient(anomaly.clientId()), "openedAt,desc"),
                        cases(CaseFilter.on(anomaly.firstDay()), "firstDay,desc")),
                found -> new Neighbours(anomaly, found.getFirst(), found.getLast(), formats, this::address));
        if (decides) {
            content.add(decisions(anomaly));
        }
        return content;
    }

    private List<Anomaly> cases(CaseFilter wanted, String sort) {
        return anomalies.page(caller, wanted, sort, 0, NEIGHBOURS).content();
    }

    private DecisionBar decisions(Anomaly anomaly) {
        DecisionBar decisions = new DecisionBar(
                drafts,
                anomaly.id(),
                anomaly.status().next(),
                decision -> decide(anomaly, decision),
                () -> reload(anomaly.id()));
        boolean mine = reader.username().equals(anomaly.assignee());
        NativeButton take = new NativeButton(
                getTranslation(mine ? "decision.RELEASE" : "decision.TAKE"),
                click -> decisions.attempt(new CaseDecision(null, mine ? "" : reader.username(), null, null, null)));
        take.addClassName("button");
        Keys.press(take, "t");
        decisions.more(take);
        return decisions;
    }

    private void decide(Anomaly anomaly, CaseDecision wanted) {
        Optional<String> next = table.fromMarked(1);
        anomalies.decide(
                caller,
                anomaly.id(),
                new CaseDecision(
                        wanted.status(), wanted.assignee(), wanted.reason(), wanted.comment(), anomaly.version()));
        drafts.drop(anomaly.id());
        Toast.undoable(told(wanted, anomaly.clientId()), UNDO_TIME, () -> undo(List.of(anomaly)));
        table.refresh();
        if (wanted.status() != null && next.isPresent()) {
            show(next.get(), filter, order);
        } else {
            reload(anomaly.id());
        }
    }

    private void reload(String id) {
        region.refresh(() -> anomalies.one(caller, id), this::detail);
    }

    private String told(CaseDecision decision, Object subject) {
        if (decision.status() != null) {
            return getTranslation("decided." + decision.status(), subject);
        }
        if (decision.assignee() != null) {
            return getTranslation(decision.assignee().isEmpty() ? "decided.released" : "decided.taken", subject);
        }
        return getTranslation("decided.commented", subject);
    }

    // Many cases

    private BulkDecision.Result decideAll(CaseDecision decision) {
        List<Anomaly> picked = bulk.picked();
        List<String> ids = picked.stream().map(Anomaly::id).toList();
        BulkDecision.Result result = anomalies.decideAll(caller, new BulkDecision(ids, decision));
        Set<String> decided = result.items().stream()
                .filter(item -> item.problem() == null)
                .map(BulkDecision.Item::id)
                .collect(Collectors.toSet());
        List<Anomaly> done =
                picked.stream().filter(item -> decided.contains(item.id())).toList();
        if (!done.isEmpty()) {
            Toast.undoable(told(decision, getTranslation("bulk.cases", done.size())), UNDO_TIME, () -> undo(done));
        }
        table.refresh();
        if (ids.contains(shown)) {
            reload(shown);
        }
        return result;
    }

    /** Each by itself: one that is too late or that somebody else decided keeps none of the others. */
    private void undo(List<Anomaly> decided) {
        Map<Anomaly, BackendFailure> refused = new LinkedHashMap<>();
        for (Anomaly item : decided) {
            try {
                anomalies.undo(caller, item.id());
            } catch (BackendFailure failure) {
                if (failure.is(Kind.UNAUTHORISED)) {
                    throw failure;
                }
                refused.put(item, failure);
            }
        }
        Toast.tell(refused.isEmpty() ? getTranslation("decided.undone") : notUndone(refused));
        table.refresh();
        if (decided.stream().anyMatch(item -> item.id().equals(shown))) {
            reload(shown);
        } else if (decided.size() == 1) {
            show(decided.getFirst().id(), filter, order);
        }
    }

    private String notUndone(Map<Anomaly, BackendFailure> refused) {
        return getTranslation(
                "decided.notUndone",
                refused.size(),
                refused.keySet().stream().map(Anomaly::clientId).collect(Collectors.joining(", ")),
                refused.values().stream()
                        .map(failure -> getTranslation("failure." + failure.kind() + ".title"))
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public String title() {
        return getTranslation("page.ANOMALIES");
    }
}
