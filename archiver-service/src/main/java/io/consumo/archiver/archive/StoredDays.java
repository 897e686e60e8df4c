package io.consumo.archiver.archive;

import io.consumo.archiver.archive.domain.StoredDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The days that the consumer's schema holds. */
public interface StoredDays {

    /** Those before the given day that have rows, with their figures; reads every row of them. */
    List<StoredDay> before(LocalDate day);

    /** Those before the given day that have a partition, in order; cheap. */
    List<LocalDate> partitionsBefore(LocalDate day);

    /** When the installation was first started. */
    Instant installedAt();
}
