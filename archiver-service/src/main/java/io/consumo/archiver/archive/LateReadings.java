package io.consumo.archiver.archive;

import io.consumo.archiver.files.domain.DayRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Readings that came after their day was sealed, for the one who holds the {@link ArchiverLease}. */
public interface LateReadings {

    /** The days that have some and are dropped, oldest first. */
    List<LocalDate> days();

    /** The newest one of the day, such that all before it can be seen. */
    long last(LocalDate day);

    /** Those up to the given one as rows, in order; of each slot the one that takes precedence. */
    List<DayRow> rows(LocalDate day, long last);

    /** Keeps in mind that others are to be told of these clients' new values. */
    void changed(LocalDate day, Collection<String> clients);

    /** Ends the waiting of those up to the given one, which the day's file holds now; returns how many. */
    long clear(LocalDate day, long last);
}
