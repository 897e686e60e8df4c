package io.consumo.archiver.cli;

import io.consumo.archiver.archive.domain.DueDay;
import io.consumo.archiver.archive.domain.DueDay.Delay;
import io.consumo.archiver.archive.domain.DueDays;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a dry run prints. */
final class DueDaysTable {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private DueDaysTable() {}

    static void print(DueDays due, PrintWriter out) {
        if (due.days().isEmpty()) {
            out.println("Nothing is older than " + due.olderThan() + " days: there is no day before " + due.before()
                    + " in PostgreSQL.");
            return;
        }
        out.println(
                "Days older than " + due.olderThan() + " days (before " + due.before() + "), times in " + due.zone());
        out.println();
        TextTable table = new TextTable("day", "rows", "clients", "MB", "newest write", "");
        for (DueDay day : due.days()) {
            table.row(
                    day.day().toString(),
                    Figures.count(day.rows()),
                    Figures.count(day.clients()),
                    Figures.megabytes(day.bytes()),
                    time(day.newestWrite(), due.zone()),
                    told(day.delay(), due.zone()));
        }
        table.print(out);
        out.println();
        out.println("Would go now:  " + sum(due.ready()));
        if (!due.waiting().isEmpty()) {
            out.println("Not yet:       " + sum(due.waiting()));
        }
        out.println("Dry run: nothing was changed.");
    }

    private static String told(@Nullable Delay delay, ZoneId zone) {
        if (delay == null) {
            return "would go";
        }
        return switch (delay.reason()) {
            case WRITTEN_RECENTLY ->
                "written recently" + (delay.until() == null ? "" : ": may go from " + time(delay.until(), zone));
            case NOT_FOLLOWED -> "months and cases have not followed its readings yet";
        };
    }

    private static String sum(List<DueDay> days) {
        return Figures.count(days.size(), "day") + ", "
                + Figures.count(days.stream().mapToLong(DueDay::rows).sum(), "row") + ", "
                + Figures.megabytes(days.stream().mapToLong(DueDay::bytes).sum()) + " MB in PostgreSQL";
    }

    private static String time(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
