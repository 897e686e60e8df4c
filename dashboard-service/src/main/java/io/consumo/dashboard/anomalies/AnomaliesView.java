package io.consumo.dashboard.anomalies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.AnomalyClient;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The ranked cases, and one of them with its evidence; filter and case are in the address. */
@PermitAll
@Route("anomalies/:id?")
public final class AnomaliesView extends Div implements BeforeEnterObserver, Titled {

    private static final String PATH = "anomalies";

    private final transient AnomalyClient anomalies;
    private final transient Caller caller;
    private final transient Formats formats;
    private final FilterBar filters = new FilterBar(this::filterBy);
    private final CaseTable table;
    private final Section detail = new Section();
    private transient CaseFilter filter = CaseFilter.OPEN;
    private transient String shown = "";

    AnomaliesView(AnomalyClient anomalies, Callers callers, ZoneProperties settings) {
        this.anomalies = anomalies;
        caller = callers.current();
        formats = new Formats(caller.language(), settings.zone());
        table = new CaseTable(formats, (page, size) -> anomalies.page(caller, filter, "score,desc", page, size));
        table.onPick(id -> UI.getCurrentOrThrow().navigate(PATH + "/" + id, CaseQuery.write(filter)));
        addClassName("anomalies");
        detail.addClassName("detail");
        detail.getElement().setAttribute("aria-label", getTranslation("case.detail"));
        Div list = new Div(filters, table);
        list.addClassName("anomalies-list");
        add(list, detail);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CaseFilter asked = CaseQuery.read(event.getLocation().getQueryParameters());
        if (!asked.equals(filter) || filters.getComponentCount() == 0) {
            filter = asked;
            filters.show(filter);
            table.refresh();
        }
        Optional<String> id = event.getRouteParameters().get("id");
        setClassName("has-detail", id.isPresent());
        if (id.isEmpty()) {
            shown = "";
            table.mark(shown);
            detail.removeAll();
            detail.add(
                    new EmptyState("anomalies", getTranslation("case.pick.title"), getTranslation("case.pick.text")));
        } else if (!id.get().equals(shown)) {
            shown = id.get();
            table.mark(shown);
            open(shown);
        }
    }

    private void open(String id) {
        Region region = new Region("tall");
        detail.removeAll();
        detail.add(region);
        region.load(() -> anomalies.one(caller, id), anomaly -> new CaseDetail(anomaly, formats));
    }

    private void filterBy(CaseFilter wanted) {
        UI.getCurrentOrThrow().navigate(shown.isEmpty() ? PATH : PATH + "/" + shown, CaseQuery.write(wanted));
    }

    @Override
    public String title() {
        return getTranslation("page.ANOMALIES");
    }
}
