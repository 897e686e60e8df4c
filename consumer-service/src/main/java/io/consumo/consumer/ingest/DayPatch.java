package io.consumo.consumer.ingest;

import io.consumo.model.DaySlots;
import java.time.LocalDate;
import java.util.Comparator;

/** New values for some slots of one row: a client's local day in one interval length. */
public record DayPatch(Key key, DaySlots slots) {

    /** The row, ordered so that two consumers lock rows in the same order. */
    public record Key(LocalDate day, String clientId, int minutes) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::day).thenComparing(Key::clientId).thenComparingInt(Key::minutes);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
