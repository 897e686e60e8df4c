package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.CaseHistory;
import io.consumo.model.api.CaseHistory.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened to a case, newest first, down to the day on which it was found. */
final class CaseTrail extends Div {

    private final transient Formats formats;
    private final OrderedList list = new OrderedList();

    CaseTrail(Anomaly anomaly, CaseHistory history, Formats formats) {
        this.formats = formats;
        list.addClassName("trail");
        CaseStatus status = CaseStatus.OPEN;
        @Nullable String assignee = null;
        for (Entry entry : history.entries()) {
            list.addComponentAsFirst(step(entry, status, assignee));
            if (!entry.undone()) {
                status = entry.status();
                assignee = entry.assignee();
            }
        }
        list.add(found(anomaly));
        add(list);
    }

    private ListItem step(Entry entry, CaseStatus before, @Nullable String assigneeBefore) {
        Span who = new Span(entry.by());
        who.addClassName("trail-who");
        Div line = new Div(who);
        line.addClassName("trail-line");
        boolean changed = entry.status() != before;
        if (changed) {
            line.add(Chip.of(entry.status()));
        }
        if (!Objects.equals(entry.assignee(), assigneeBefore)) {
            line.add(new Span(
                    entry.assignee() == null
                            ? translate("trail.released")
                            : translate("trail.assigned", entry.assignee())));
        } else if (!changed) {
            line.add(new Span(translate("trail.commented")));
        }
        if (entry.reason() != null) {
            line.add(new Span(translate("reason." + entry.reason())));
        }
        if (entry.undone()) {
            line.add(new Span(translate("trail.undone")));
        }
        line.add(new Ago(entry.at(), formats));
        ListItem item = new ListItem(line);
        item.setClassName("trail-undone", entry.undone());
        if (entry.comment() != null && !entry.comment().isBlank()) {
            Paragraph comment = new Paragraph(entry.comment());
            comment.addClassName("trail-comment");
            item.add(comment);
        }
        return item;
    }

    private ListItem found(Anomaly anomaly) {
        Div line = new Div(new Span(translate("trail.found")), new Ago(anomaly.openedAt(), formats));
        line.addClassName("trail-line");
        return new ListItem(line);
    }
}
