package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who did what with the archive, newest first, of one kind or of all. */
final class AuditTable extends Div {

    private static final String ALL = "ALL";
    private static final List<String> KINDS =
            List.of(ALL, "ARCHIVE", "DRY_RUN", "VERIFY", "RESTORE", "RELEASE", "ERASE");

    private final transient Formats formats;
    private final transient Source source;
    private final Select<String> kinds = new Select<>();
    private final Region region = new Region("middle");
    private transient @Nullable String kind;

    /** The newest operations of a kind, of all when it is null. */
    @FunctionalInterface
    interface Source {
        Page<ArchiveOperation> operations(@Nullable String kind);
    }

    AuditTable(Formats formats, Source source, Consumer<@Nullable String> wanted) {
        this.formats = formats;
        this.source = source;
        kinds.addClassName("audit-kind");
        kinds.setItems(KINDS);
        kinds.setItemLabelGenerator(AuditTable::word);
        kinds.setAriaLabel(translate("audit.kind"));
        kinds.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wanted.accept(event.getValue().equals(ALL) ? null : event.getValue());
            }
        });
        add(kinds, region);
    }

    void show(@Nullable String wanted) {
        kind = wanted != null && KINDS.contains(wanted) ? wanted : null;
        kinds.setValue(kind == null ? ALL : kind);
        refresh();
    }

    void refresh() {
        String wanted = kind;
        region.refresh(() -> source.operations(wanted), this::table);
    }

    private Component table(Page<ArchiveOperation> page) {
        if (page.content().isEmpty()) {
            return new EmptyState(
                    "lifecycle",
                    translate("lifecycle.later"),
                    translate("lifecycle.later.text"),
                    "./start.sh archiver --dry-run");
        }
        Table table = new Table(
                translate("audit.title"),
                List.of(
                        Column.text(translate("audit.when")),
                        Column.text(translate("audit.who")),
                        Column.text(translate("audit.kind")),
                        Column.text(translate("audit.what")),
                        Column.figure(translate("column.rows")),
                        Column.figure(translate("audit.took")),
                        Column.text(translate("audit.result"))));
        page.content()
                .forEach(operation -> table.rowOf(List.of(
                        new Ago(operation.startedAt(), formats),
                        new Span(operation.who()),
                        new Span(word(operation.kind())),
                        new Span(operation.parameters().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .sorted()
                                .collect(Collectors.joining(", "))),
                        new Span(operation.rows() == null ? Formats.NONE : formats.count(operation.rows())),
                        new Span(
                                operation.seconds() == null
                                        ? Formats.NONE
                                        : formats.rate(operation.seconds()) + Formats.THIN_SPACE + "s"),
                        result(operation))));
        return table;
    }

    private static Component result(ArchiveOperation operation) {
        String result = operation.result() == null ? "RUNNING" : operation.result();
        Span word = new Span(translate("result." + result));
        word.addClassNames("result", "result-" + result);
        if (operation.error() != null) {
            word.getElement().setAttribute("title", operation.error());
        }
        return word;
    }

    private static String word(String kind) {
        String key = "operation." + kind;
        return Texts.has(key) ? translate(key) : kind;
    }
}
