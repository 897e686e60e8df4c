package io.consumo.bench;

import java.io.IOException;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A year of one client by months, beside computing the same months from its daily rows. */
final class YearOfMonths {

    static final String CLIENT = "C-000001";

    private static final String PART = "a year of a client by months";
    private static final String MONTHS = "GET /clients/{id}/monthly";
    private static final String DAYS = "GET /clients/{id}/daily, to be added up by who asks";
    private static final String FOUND = "the bare months by id";
    private static final String ADDED = "the bare daily rows, added up in SQL";
    private static final Repeated REPEATED = new Repeated(300, Duration.ofSeconds(15));

    private static final String ADD_UP = """
            select date_trunc('month', day), sum(value), count(value), count(distinct day),
                   sum(value) filter (where (slot - 1) * minutes / 60 < 6),
                   sum(value) filter (where (slot - 1) * minutes / 60 between 6 and 11),
                   sum(value) filter (where (slot - 1) * minutes / 60 between 12 and 17),
                   sum(value) filter (where (slot - 1) * minutes / 60 >= 18)
            from consumption.daily_consumption, unnest(energy) with ordinality as slots (value, slot)
            where client_id = ? and day between ? and ?
            group by 1 order by 1
            """;

    private final Installed installed;
    private final Results results;

    YearOfMonths(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    void run() throws Exception {
        YearMonth last = YearMonth.now(installed.zone()).minusMonths(1);
        LocalDate from = last.minusMonths(11).atDay(1);
        LocalDate to = last.atEndOfMonth();
        ApiAccess api = new ApiAccess(installed);
        try (BareQueries bare = new BareQueries(installed)) {
            String path = "clients/" + CLIENT + "/%s?from=" + from + "&to=" + to;
            require(12, api.json(path.formatted("monthly")).path("content").size());
            require(
                    (int) from.datesUntil(to.plusDays(1)).count(),
                    api.json(path.formatted("daily")).path("content").size());
            Histogram months =
                    REPEATED.run(number -> api.ask(path.formatted("monthly")).join());
            Histogram days =
                    REPEATED.run(number -> api.ask(path.formatted("daily")).join());
            Histogram found = REPEATED.run(number -> bare.documents("monthly_consumption", ids(last)));
            Histogram added = REPEATED.run(number -> bare.read(ADD_UP, CLIENT, Date.valueOf(from), Date.valueOf(to)));
            tell(MONTHS, months);
            tell(DAYS, days, MONTHS);
            tell(FOUND, found);
            tell(ADDED, added, FOUND, MONTHS);
        }
    }

    private void tell(String name, Histogram micros, String... beside) throws IOException {
        results.add(new Figure(PART, name, micros.getValueAtPercentile(50) / 1000.0, "ms", List.of(beside)));
    }

    private static void require(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException(
                    "%d of %d are there; was a year of the client stored?".formatted(found, expected));
        }
    }

    private static List<String> ids(YearMonth last) {
        List<String> ids = new ArrayList<>();
        for (int back = 0; back <= 12; back++) {
            ids.add(CLIENT + ":" + last.minusMonths(back));
        }
        return ids;
    }
}
