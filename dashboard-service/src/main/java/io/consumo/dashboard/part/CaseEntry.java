package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;

/** A case in a list: what it is, whose, how bad, since when; a click opens it. */
public final class CaseEntry extends ListItem {

    private final transient Anomaly anomaly;

    public CaseEntry(Anomaly anomaly, Formats formats) {
        this.anomaly = anomaly;
        addClassNames("case", Chip.classOf(anomaly.severity()));
        Anchor client = new Anchor(Addresses.ofClient(anomaly.clientId()), anomaly.clientId());
        client.addClassName("case-client");
        Anchor finding =
                new Anchor(Addresses.ofCase(anomaly.id()), anomaly.explanation().text());
        finding.addClassName("case-finding");
        Div head = new Div(Chip.of(anomaly.severity()), Chip.ofType(anomaly), new Ago(anomaly.openedAt(), formats));
        head.addClassName("case-head");
        add(head, client, finding);
    }

    public Anomaly anomaly() {
        return anomaly;
    }
}
