package io.consumo.archiver.files.parquet;

import dev.hardwood.HardwoodContext;
import dev.hardwood.reader.FilterPredicate;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.consumo.archiver.files.DamagedFile;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.files.StoredFile;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.files.domain.Manifest;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a day's slots back, and believes nothing of them that it can check. */
final class SlotReader implements AutoCloseable {

    private final String location;
    private final LocalDate day;
    private final ZoneId zone;
    private final ParquetFileReader file;
    private final RowReader rows;
    private boolean onRow;

    private SlotReader(String location, LocalDate day, ZoneId zone, ParquetFileReader file, RowReader rows) {
        this.location = location;
        this.day = day;
        this.zone = zone;
        this.file = file;
        this.rows = rows;
        this.onRow = advance();
    }

    static SlotReader open(
            StoredFile stored,
            String location,
            LocalDate day,
            ZoneId zone,
            Optional<String> clientId,
            HardwoodContext hardwood) {
        try {
            ParquetFileReader file = ParquetFileReader.open(new StoredInput(stored, location), hardwood);
            checkMetadata(file.getFileMetaData().keyValueMetadata(), location, day, zone);
            RowReader rows = clientId.map(id -> file.buildRowReader()
                            .filter(FilterPredicate.eq(SlotSchema.CLIENT_ID, id))
                            .build())
                    .orElseGet(file::rowReader);
            return new SlotReader(location, day, zone, file, rows);
        } catch (StorageFailed | DamagedFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable(location, e);
        }
    }

    private static void checkMetadata(Map<String, String> metadata, String location, LocalDate day, ZoneId zone) {
        int schema = Integer.parseInt(metadata.getOrDefault(SlotSchema.VERSION, "0"));
        if (schema > Manifest.SCHEMA) {
            throw new DamagedFile(
                    location,
                    "it was written by a newer Consumo: its schema is " + schema + ", this one reads up to "
                            + Manifest.SCHEMA);
        }
        String of = metadata.get(SlotSchema.DAY) + " " + metadata.get(SlotSchema.ZONE);
        if (!of.equals(day + " " + zone)) {
            throw new DamagedFile(location, "it is of " + of + ", not of " + day + " " + zone);
        }
    }

    /** The next client's day, empty after the last one. */
    Optional<DayRow> next() {
        if (!onRow) {
            return Optional.empty();
        }
        String clientId = get(() -> rows.getString(SlotSchema.CLIENT_ID));
        int minutes = get(() -> rows.getInt(SlotSchema.MINUTES));
        IntervalLength length = IntervalLength.ofMinutes(minutes)
                .orElseThrow(() -> new DamagedFile(location, "it has an interval of " + minutes + " minutes"));
        DayGrid grid = new DayGrid(day, zone, length);
        DaySlots slots = DaySlots.empty(length, grid.slots());
        long begin = grid.begin().toEpochMilli();
        do {
            put(slots, begin);
            onRow = advance();
        } while (onRow
                && get(() -> rows.getInt(SlotSchema.MINUTES)) == minutes
                && get(() -> rows.getString(SlotSchema.CLIENT_ID)).equals(clientId));
        return Optional.of(new DayRow(clientId, slots));
    }

    private void put(DaySlots slots, long begin) {
        int slot = get(() -> rows.getInt(SlotSchema.SLOT));
        int energy = get(() -> rows.getInt(SlotSchema.ENERGY));
        long start = get(() -> rows.getLong(SlotSchema.START));
        long revision = get(() -> rows.getLong(SlotSchema.REVISION));
        String quality = get(() -> rows.getString(SlotSchema.QUALITY));
        boolean possible = slot >= 0
                && slot < slots.size()
                && !slots.has(slot)
                && energy >= 0
                && revision >= 0
                && revision < Precedence.REVISION_LIMIT
                && start == begin + 1000L * slot * slots.length().seconds();
        if (!possible) {
            throw new DamagedFile(location, "it has an impossible row: slot " + slot + ", energy " + energy);
        }
        slots.put(slot, energy, Precedence.rank(get(() -> Quality.valueOf(quality)), revision));
    }

    private boolean advance() {
        return get(() -> {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
            return true;
        });
    }

    /** What the library throws on bytes that are no Parquet is of any kind. */
    private <T> T get(Supplier<T> value) {
        try {
            return value.get();
        } catch (StorageFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(location, e);
        }
    }

    private static DamagedFile unreadable(String location, Exception cause) {
        return new DamagedFile(location, "it cannot be read as Parquet: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try (file) {
            rows.close();
        } catch (IOException e) {
            throw unreadable(location, e);
        }
    }
}
