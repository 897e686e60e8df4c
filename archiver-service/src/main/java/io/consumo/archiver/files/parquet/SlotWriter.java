package io.consumo.archiver.files.parquet;

import io.consumo.archiver.files.DayFormat;
import io.consumo.archiver.files.FilesProperties;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.files.domain.Manifest;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes a day's slots. */
final class SlotWriter implements DayFormat.Writer {

    /** Never reached: rows end a page, in all columns alike, so that one page of each is read for a client. */
    private static final int PAGE_BYTES = 8 << 20;

    private static final int DICTIONARY_BYTES = 4 << 20;

    private final Path file;
    private final ParquetWriter<SlotRow> writer;
    private final LocalDate day;
    private final ZoneId zone;

    private SlotWriter(Path file, ParquetWriter<SlotRow> writer, LocalDate day, ZoneId zone) {
        this.file = file;
        this.writer = writer;
        this.day = day;
        this.zone = zone;
    }

    /**
     * Energies and most else gain from a dictionary. Revisions do not: they are sending times, which neighbours share,
     * so zstd finds them repeated.
     */
    static SlotWriter open(Path file, LocalDate day, ZoneId zone, FilesProperties properties) {
        try {
            return new SlotWriter(
                    file,
                    new SlotWriterBuilder(new LocalOutputFile(file))
                            .withConf(new PlainParquetConfiguration())
                            .withCodecFactory(new ZstdCodec(properties.compression()))
                            .withCompressionCodec(CompressionCodecName.ZSTD)
                            .withRowGroupRowCountLimit(properties.rowsPerGroup())
                            .withPageRowCountLimit(properties.rowsPerPage())
                            .withPageSize(PAGE_BYTES)
                            .withDictionaryPageSize(DICTIONARY_BYTES)
                            .withDictionaryEncoding(SlotSchema.REVISION, false)
                            .withExtraMetaData(Map.of(
                                    SlotSchema.VERSION, String.valueOf(Manifest.SCHEMA),
                                    SlotSchema.DAY, day.toString(),
                                    SlotSchema.ZONE, zone.getId()))
                            .build(),
                    day,
                    zone);
        } catch (IOException e) {
            throw new StorageFailed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void accept(DayRow row) {
        DaySlots slots = row.slots();
        DayGrid grid = new DayGrid(day, zone, slots.length());
        long begin = grid.begin().toEpochMilli();
        long step = 1000L * slots.length().seconds();
        try {
            for (int slot = 0; slot < slots.size(); slot++) {
                if (slots.has(slot)) {
                    writer.write(new SlotRow(
                            row.clientId(),
                            begin + slot * step,
                            row.minutes(),
                            slot,
                            slots.energy(slot),
                            slots.quality(slot) == Quality.MEASURED,
                            Precedence.revision(slots.rank(slot))));
                }
            }
        } catch (IOException e) {
            throw new StorageFailed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new StorageFailed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
