package io.consumo.archiver.archive;

import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Rows of dropped days that are kept in PostgreSQL because of a case. */
public interface HeldDays {

    List<StoredDay> ofClient(String clientId, LocalDate from, LocalDate to);

    /** Removes the rows of all other clients; returns how many. */
    long releaseAllBut(Collection<String> clients);
}
