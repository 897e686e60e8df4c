package io.consumo.archiver.files;

import io.consumo.archiver.files.domain.DayRow;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Days of clients, made up. */
public final class Rows {

    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private Rows() {}

    /** A row with gaps, estimates and revisions of all kinds. */
    public static DayRow row(String clientId, LocalDate day, IntervalLength length, long seed) {
        Random random = new Random(seed);
        DaySlots slots = DaySlots.empty(length, new DayGrid(day, MADRID, length).slots());
        slots.put(0, random.nextInt(100_000), Precedence.rank(Quality.MEASURED, random.nextLong(1L << 60)));
        for (int slot = 1; slot < slots.size(); slot++) {
            if (random.nextInt(10) > 0) {
                slots.put(
                        slot,
                        random.nextInt(30_000),
                        Precedence.rank(
                                random.nextInt(8) == 0 ? Quality.ESTIMATED : Quality.MEASURED,
                                1_790_000_000_000L + random.nextInt(1_000)));
            }
        }
        return new DayRow(clientId, slots);
    }

    /** Of so many clients, every seventh in quarter-hours, too. */
    public static List<DayRow> rows(LocalDate day, int clients) {
        List<DayRow> rows = new ArrayList<>();
        for (int client = 1; client <= clients; client++) {
            String id = "C-%06d".formatted(client);
            if (client % 7 == 0) {
                rows.add(row(id, day, IntervalLength.QUARTER_HOUR, -client));
            }
            rows.add(row(id, day, IntervalLength.HOUR, client));
        }
        return rows;
    }
}
