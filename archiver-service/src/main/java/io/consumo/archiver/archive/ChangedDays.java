package io.consumo.archiver.archive;

import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** Archived client-days whose values changed and of which the consumer is to be told. */
public interface ChangedDays {

    SortedMap<LocalDate, SortedSet<String>> untold();

    void told(LocalDate day, Collection<String> clients);

    /** Whoever reads the topic. */
    interface Listeners {

        /** Returns when all are safe with the topic. */
        void tell(Map<String, StoredDay> days);
    }
}
