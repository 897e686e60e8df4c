package io.consumo.archiver.files.parquet;

import dev.hardwood.HardwoodContext;
import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.files.DayFormat;
import io.consumo.archiver.files.FilesProperties;
import io.consumo.archiver.files.StoredFile;
import io.consumo.archiver.files.domain.DayRow;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * A day as Parquet, one row a slot. Written by parquet-java and read by Hardwood, which needs nothing of Hadoop and
 * shares no code with the writer, so that reading back proves something.
 */
@Component
class ParquetDayFormat implements DayFormat {

    private static final int DECODERS = 2;

    private final FilesProperties properties;
    private final ZoneId zone;
    private final HardwoodContext hardwood = HardwoodContext.create(DECODERS);

    ParquetDayFormat(FilesProperties properties, InstallationProperties installation) {
        this.properties = properties;
        this.zone = installation.zone();
    }

    @Override
    public String extension() {
        return ".parquet";
    }

    @Override
    public Writer write(Path file, LocalDate day) {
        return SlotWriter.open(file, day, zone, properties);
    }

    @Override
    public void read(
            StoredFile file, String location, LocalDate day, Optional<String> clientId, Consumer<DayRow> rows) {
        try (SlotReader reader = SlotReader.open(file, location, day, zone, clientId, hardwood)) {
            for (Optional<DayRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.accept(row.get());
            }
        }
    }

    @PreDestroy
    void close() {
        hardwood.close();
    }
}
