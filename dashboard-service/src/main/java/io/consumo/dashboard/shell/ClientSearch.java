package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.ClientsClient;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Pages;
import io.consumo.model.api.ClientSummary;
import java.util.List;

/** Finds a client from anywhere: {@code /} or Ctrl-K, a part of its id, Enter. */
final class ClientSearch extends ComboBox<String> {

    private static final String BY_ID = "clientId,asc";
    private static final int PAGE_SIZE = 20;

    private final transient ClientsClient clients;
    private final transient Caller caller;

    ClientSearch(ClientsClient clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
        addClassName("search");
        String name = translate("search.label");
        setAriaLabel(name);
        setPlaceholder(name);
        setPrefixComponent(Icon.of("search"));
        getElement().setAttribute("data-search", true);
        setPageSize(PAGE_SIZE);
        setAllowCustomValue(true);
        setItems(
                query -> find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> count(query.getFilter().orElse("")));
        addCustomValueSetListener(event -> nearest(event.getDetail()));
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                open(event.getValue());
            }
        });
    }

    private List<String> find(String text, int offset, int limit) {
        return Pages.rows(
                offset, limit, PAGE_SIZE, page -> clients.page(caller, text, BY_ID, page, PAGE_SIZE).content().stream()
                        .map(ClientSummary::clientId)
                        .toList());
    }

    private int count(String text) {
        return (int) clients.page(caller, text, BY_ID, 0, 1).page().totalElements();
    }

    /** Enter without having picked one: the first that fits, else what was typed. */
    private void nearest(String typed) {
        open(find(typed, 0, 1).stream().findFirst().orElse(typed.strip()));
    }

    private void open(String clientId) {
        clear();
        UI.getCurrentOrThrow().navigate(Addresses.ofClient(clientId));
    }
}
