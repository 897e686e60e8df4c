package io.consumo.archiver.files;

import io.consumo.archiver.files.domain.DayRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** How a day's rows are laid down in a file. */
public interface DayFormat {

    /** Ending of the files' names. */
    String extension();

    /** Begins a file that must not be there yet; rows are to come in {@link DayRow#ORDER}. */
    Writer write(Path file, LocalDate day);

    /**
     * Reads the rows of all clients or of one, in order.
     *
     * @param location names the file in errors
     * @throws DamagedFile when it cannot be read as what it should be
     */
    void read(StoredFile file, String location, LocalDate day, Optional<String> clientId, Consumer<DayRow> rows);

    /** A file that is being written; whole when it is closed. */
    interface Writer extends Consumer<DayRow>, AutoCloseable {

        @Override
        void close();
    }
}
