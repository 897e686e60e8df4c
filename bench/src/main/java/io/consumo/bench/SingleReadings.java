package io.consumo.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What the dashboard asks, beside the same answers computed from a table of single readings, as one has them first. */
final class SingleReadings {

    private static final String PART =
            "what the dashboard asks, on the MongoDB stand-in where months or cases are asked for";
    private static final Repeated REPEATED = new Repeated(50, Duration.ofSeconds(5));
    private static final Repeated SLOW = new Repeated(3, Duration.ofSeconds(20));

    private static final String FILL = """
            drop table if exists consumption.bench_single;
            create table consumption.bench_single as
            select client_id, (day::timestamp at time zone '%s') + (slot - 1) * minutes * interval '1 minute' as start,
                   value as energy
            from consumption.daily_consumption, unnest(energy) with ordinality as slots (value, slot)
            where value is not null;
            alter table consumption.bench_single add primary key (client_id, start);
            create index on consumption.bench_single (start);
            analyze consumption.bench_single
            """;

    /** A band has six hours. */
    private static final String BANDS = """
            select extract(hour from start at time zone '%1$s')::int / 6, sum(energy), count(*), count(distinct client_id)
            from consumption.bench_single
            where start >= date '%2$s' - 30 and start < date '%2$s' + 1
            group by 1
            """;

    private static final String MONTH = """
            select client_id, sum(energy), sum(energy) filter (where start >= date '%2$s'),
                   sum(energy) filter (where extract(hour from start at time zone '%1$s') < 6)
            from consumption.bench_single
            where start >= date '%2$s' - interval '1 month' and start < date '%2$s' + interval '1 month'
            group by client_id order by 2 desc
            """;

    private static final String LOAD = """
            select extract(hour from hour at time zone '%1$s'), extract(isodow from hour at time zone '%1$s') > 5,
                   percentile_cont(array[0.1, 0.5, 0.9]) within group (order by kwh)
            from (
                select date_trunc('hour', start) as hour, sum(energy) as kwh
                from consumption.bench_single where start >= date '%2$s' - 30 group by 1
            ) hours
            group by 1, 2
            """;

    private final Installed installed;
    private final Results results;

    SingleReadings(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    void run() throws Exception {
        LocalDate yesterday = LocalDate.now(installed.zone()).minusDays(1);
        String month = YearMonth.from(yesterday).toString();
        Map<String, String> computed = Map.of(
                "bands?from=" + yesterday.minusDays(29) + "&to=" + yesterday,
                sql(BANDS, yesterday),
                "monthly/" + month + "/summary",
                sql(MONTH, yesterday.withDayOfMonth(1)),
                "overview/load?hours=48",
                sql(LOAD, yesterday));
        List<String> asked = List.of(
                "overview",
                "overview/load?hours=48",
                "pipeline",
                "bands?from=" + yesterday.minusDays(29) + "&to=" + yesterday,
                "clients?sort=averageDailyKwh,desc&size=50",
                "monthly?month=" + month + "&size=50",
                "monthly/" + month + "/summary",
                "anomalies?sort=recovery,desc&size=50",
                "anomalies?status=OPEN&size=50",
                "anomalies/stats");
        ApiAccess api = new ApiAccess(installed);
        try (BareQueries bare = new BareQueries(installed)) {
            bare.execute(FILL.formatted(installed.zone()));
            for (String path : asked) {
                tell("GET /" + path, REPEATED.run(number -> api.ask(path).join()));
                String sql = computed.get(path);
                if (sql != null) {
                    tell("  from single readings: /" + path, SLOW.run(number -> bare.read(sql)), "GET /" + path);
                }
            }
            bare.execute("drop table consumption.bench_single");
        }
    }

    private String sql(String sql, LocalDate day) {
        return sql.formatted(installed.zone(), day);
    }

    private void tell(String name, Histogram micros, String... beside) throws IOException {
        results.add(new Figure(PART, name, micros.getValueAtPercentile(50) / 1000.0, "ms", List.of(beside)));
    }
}
