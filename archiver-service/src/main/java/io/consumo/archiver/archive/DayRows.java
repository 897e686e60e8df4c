package io.consumo.archiver.archive;

import io.consumo.archiver.files.domain.DayRow;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The rows of a day as PostgreSQL holds them. */
public interface DayRows {

    /** All rows in {@link DayRow#ORDER}, few of them in memory at a time. */
    void read(LocalDate day, Consumer<DayRow> rows);
}
