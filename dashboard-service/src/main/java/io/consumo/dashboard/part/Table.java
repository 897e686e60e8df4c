package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A plain table for a handful of rows; figures to the right. */
public final class Table extends Div {

    private final NativeTable table = new NativeTable();
    private final List<Column> columns;

    /** @param figure whether its cells are figures */
    public record Column(String title, boolean figure) {

        public static Column text(String title) {
            return new Column(title, false);
        }

        public static Column figure(String title) {
            return new Column(title, true);
        }
    }

    public Table(String name, List<Column> columns) {
        this.columns = List.copyOf(columns);
        addClassName("table-scroll");
        // What scrolls has to be reached by keyboard.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        table.addClassName("table");
        table.getElement().setAttribute("aria-label", name);
        NativeTableRow head = new NativeTableRow();
        columns.forEach(column -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column.title());
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("figure", column.figure());
            head.add(cell);
        });
        table.getHead().add(head);
        add(table);
    }

    public void row(List<String> cells) {
        rowOf(cells.stream().<Component>map(Span::new).toList());
    }

    public void rowOf(List<Component> cells) {
        NativeTableRow row = new NativeTableRow();
        for (int index = 0; index < cells.size(); index++) {
            NativeTableCell cell = new NativeTableCell(cells.get(index));
            cell.setClassName("figure", columns.get(index).figure());
            row.add(cell);
        }
        table.getBody().add(row);
    }
}
