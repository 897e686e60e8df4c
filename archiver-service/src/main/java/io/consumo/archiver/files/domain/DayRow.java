package io.consumo.archiver.files.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.model.DaySlots;
import java.util.Arrays;
import java.util.Comparator;

/** What a client's local day holds in one interval length. */
public record DayRow(String clientId, DaySlots slots) {

    /** The order of rows in a file: clients by their UTF-8 bytes, as PostgreSQL's collation C and Parquet have it. */
    public static final Comparator<DayRow> ORDER =
            Comparator.comparing(DayRow::clientId, DayRow::compareIds).thenComparingInt(DayRow::minutes);

    public int minutes() {
        return slots.length().minutes();
    }

    private static int compareIds(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /** With the other's values where they take precedence. */
    public DayRow merged(DayRow other) {
        DaySlots merged = DaySlots.empty(slots.length(), Math.max(slots.size(), other.slots.size()));
        putAll(slots, merged);
        putAll(other.slots, merged);
        return new DayRow(clientId, merged);
    }

    private static void putAll(DaySlots from, DaySlots to) {
        for (int slot = 0; slot < from.size(); slot++) {
            if (from.has(slot)) {
                to.put(slot, from.energy(slot), from.rank(slot));
            }
        }
    }
}
