package io.consumo.archiver.archive;

import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import java.time.LocalDate;
import java.util.List;

/** What is recorded of the archive, for those who look. */
public interface ArchivedDays {

    /** Newest first. */
    Page<ArchivedDay> page(int page, int size);

    /** Those whose rows are gone from PostgreSQL, in order. */
    List<ArchivedDay> dropped(LocalDate from, LocalDate to);

    /** What the days in PostgreSQL take, tables and indexes. */
    long liveBytes();

    /** Readings that wait, by day. */
    List<LateDay> late();

    List<HeldClient> held();
}
