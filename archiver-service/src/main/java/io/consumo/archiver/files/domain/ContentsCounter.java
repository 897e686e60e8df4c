package io.consumo.archiver.files.domain;

import io.consumo.model.DaySlots;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts rows as they pass, and refuses those out of order. */
public final class ContentsCounter implements Consumer<DayRow> {

    private @Nullable DayRow last;
    private long rows;
    private long dayRows;
    private long clients;
    private long energy;

    @Override
    public void accept(DayRow row) {
        DayRow before = last;
        if (before != null && DayRow.ORDER.compare(before, row) >= 0) {
            throw new OutOfOrder(before, row);
        }
        if (before == null || !before.clientId().equals(row.clientId())) {
            clients++;
        }
        last = row;
        dayRows++;
        DaySlots slots = row.slots();
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.has(slot)) {
                rows++;
                energy = Math.addExact(energy, slots.energy(slot));
            }
        }
    }

    public Contents contents() {
        return new Contents(rows, dayRows, clients, energy);
    }

    /** Rows must be sorted by client and interval length, each there once. */
    public static final class OutOfOrder extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private OutOfOrder(DayRow before, DayRow row) {
            super("client " + row.clientId() + " (" + row.minutes() + " min) comes after " + before.clientId() + " ("
                    + before.minutes() + " min)");
        }
    }
}
