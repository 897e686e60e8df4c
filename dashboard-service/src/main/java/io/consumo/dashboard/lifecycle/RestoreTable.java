package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ArchiveRestore;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Archived days that were loaded back, and until when they stay. */
final class RestoreTable extends Div {

    private static final String READY = "READY";

    /** @param release null for those who may not */
    RestoreTable(List<ArchiveRestore> restores, Formats formats, @Nullable Consumer<String> release) {
        if (restores.isEmpty()) {
            add(new EmptyState("lifecycle", translate("restores.empty"), translate("restores.empty.text")));
            return;
        }
        Table table = new Table(
                translate("restores.title"),
                List.of(
                        Column.text(translate("column.days")),
                        Column.text(translate("column.client")),
                        Column.figure(translate("column.rows")),
                        Column.text(translate("column.state")),
                        Column.text(translate("restores.until")),
                        Column.text("")));
        restores.forEach(restore -> table.rowOf(List.of(
                new Span(formats.days(restore.fromDay(), restore.toDay())),
                client(restore),
                new Span(formats.count(restore.rows())),
                new Span(translate("restore." + restore.state())),
                new Span(formats.moment(restore.expiresAt())),
                action(restore, release))));
        add(table);
    }

    private static Component client(ArchiveRestore restore) {
        return restore.clientId() == null
                ? new Span(translate("restores.all"))
                : new Anchor(Addresses.ofClient(restore.clientId()), restore.clientId());
    }

    private static Component action(ArchiveRestore restore, @Nullable Consumer<String> release) {
        if (release == null || !restore.state().equals(READY)) {
            return new Span();
        }
        NativeButton button = new NativeButton(translate("restores.release"), click -> release.accept(restore.id()));
        button.addClassName("button");
        return button;
    }
}
