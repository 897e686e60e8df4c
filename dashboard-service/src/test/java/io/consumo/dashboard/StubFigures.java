package io.consumo.dashboard;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.Quality;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Anomaly.Check;
import io.consumo.model.api.Anomaly.EnergyRange;
import io.consumo.model.api.Anomaly.Evidence;
import io.consumo.model.api.Anomaly.Explanation;
import io.consumo.model.api.Anomaly.MoneyRange;
import io.consumo.model.api.AnomalyStats;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientBaseline.HourBand;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.HourlyConsumption;
import io.consumo.model.api.LoadPoint;
import io.consumo.model.api.MonthSummary;
import io.consumo.model.api.MonthSummary.MonthTotals;
import io.consumo.model.api.MonthSummary.ScoreRange;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Overview;
import io.consumo.model.api.PipelinePart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Believable figures of fifty clients at a given moment; the same moment gives the same figures. */
final class StubFigures {

    static final int CLIENTS = 50;
    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    private static final double[] SHAPE = {
        .34, .28, .25, .24, .25, .30, .48, .72, .80, .66, .60, .62, .74, .92, .88, .70, .62, .66, .84, 1.05, 1.22, 1.18,
        .88, .54
    };
    private static final Finding[] FINDINGS = {
        new Finding(
                AnomalyType.FRAUD,
                AnomalySubtype.DROP,
                91,
                "Consumption fell to 22 % of its usual level on 9 Nov and stayed there, with no other sign of absence.",
                "El consumo cayó al 22 % de lo habitual el 9 nov y ahí sigue, sin otra señal de ausencia."),
        new Finding(
                AnomalyType.PLANTATION,
                null,
                86,
                "A steady 1.9 kW load for 12 h every night since 28 Oct, as lamps on a timer draw it.",
                "Una carga fija de 1,9 kW durante 12 h cada noche desde el 28 oct, como de lámparas con temporizador."),
        new Finding(
                AnomalyType.FRAUD,
                AnomalySubtype.ZERO,
                78,
                "No consumption for 6 whole days where 9.4 kWh a day were usual.",
                "Ningún consumo durante 6 días completos donde lo habitual eran 9,4 kWh al día."),
        new Finding(
                AnomalyType.NIGHT_PATTERN,
                null,
                69,
                "58 % of the energy is used at night; this client's share was 21 %, its peers' 24 %.",
                "El 58 % de la energía se usa de noche; la parte de este cliente era el 21 %, la de sus pares el 24"
                        + " %."),
        new Finding(
                AnomalyType.SPIKE,
                null,
                61,
                "Yesterday's 31.2 kWh are 214 % above the usual 9.9 kWh.",
                "Los 31,2 kWh de ayer están un 214 % por encima de los 9,9 kWh habituales."),
        new Finding(
                AnomalyType.SILENT,
                null,
                44,
                "No readings for 27 h; the meter sent every hour before.",
                "Sin lecturas desde hace 27 h; antes el contador enviaba cada hora."),
        new Finding(
                AnomalyType.FRAUD,
                AnomalySubtype.FLAT,
                57,
                "The same 0.31 kWh in every hour for 5 days.",
                "Los mismos 0,31 kWh en cada hora durante 5 días."),
        new Finding(
                AnomalyType.SPIKE,
                null,
                36,
                "An evening of 4.8 kWh where 1.7 kWh were usual.",
                "Una tarde de 4,8 kWh donde lo habitual eran 1,7 kWh."),
        new Finding(
                AnomalyType.FRAUD,
                AnomalySubtype.SHAPE,
                72,
                "The day's curve is turned around: most energy at 4 in the morning, its total unchanged.",
                "La curva del día está invertida: la mayor energía a las 4 de la mañana, con el mismo total."),
    };

    private record Finding(
            AnomalyType type, @Nullable AnomalySubtype subtype, int score, String english, String spanish) {}

    private final Instant now;

    StubFigures(Instant now) {
        this.now = now;
    }

    Overview overview(List<Anomaly> cases, Instant lastReading, long readings, boolean demoPasswords) {
        Map<AnomalyType, Integer> open = new EnumMap<>(AnomalyType.class);
        Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        cases.forEach(item -> {
            open.merge(item.type(), 1, Integer::sum);
            severities.merge(item.severity(), 1, Integer::sum);
        });
        List<LoadPoint> load = load(48);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        BigDecimal kwhToday = sum(load, today);
        Map<String, List<@Nullable BigDecimal>> sparklines = new TreeMap<>();
        List<LoadPoint> lastDay = load.subList(load.size() - 24, load.size());
        sparklines.put(
                "kwh",
                lastDay.stream().<@Nullable BigDecimal>map(LoadPoint::kwh).toList());
        sparklines.put(
                "clients",
                lastDay.stream()
                        .<@Nullable BigDecimal>map(point -> decimal(CLIENTS * point.completeness(), 0))
                        .toList());
        sparklines.put("readings", hours(hour -> 2_900 + 700 * Math.sin(hour * 1.7)));
        sparklines.put("open", hours(hour -> Math.floor(cases.size() - 4 + hour / 6.0)));
        sparklines.put("lost", hours(hour -> 260 + hour * 6.8));
        return new Overview(
                CLIENTS,
                48,
                kwhToday,
                kwhToday.multiply(new BigDecimal("0.962")).setScale(4, RoundingMode.HALF_UP),
                readings,
                0.83,
                lastReading,
                1.2,
                open,
                severities,
                new MoneyRange(decimal(310, 2), decimal(425, 2), decimal(540, 2), "EUR"),
                Map.of("postgres", "UP", "mongodb", "UP"),
                ZONE.getId(),
                demoPasswords,
                sparklines);
    }

    Overview emptyOverview() {
        return new Overview(
                0,
                0,
                BigDecimal.ZERO,
                null,
                0,
                0,
                null,
                0.0,
                Map.of(),
                Map.of(),
                new MoneyRange(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "EUR"),
                Map.of("postgres", "UP", "mongodb", "UP"),
                ZONE.getId(),
                true,
                Map.of());
    }

    /** The last hour is under way; a three-hour gap lies a day and a half back. */
    List<LoadPoint> load(int hours) {
        ZonedDateTime current = now.atZone(ZONE).truncatedTo(ChronoUnit.HOURS);
        List<LoadPoint> points = new ArrayList<>();
        for (int back = hours - 1; back >= 0; back--) {
            ZonedDateTime start = current.minusHours(back);
            double usual = 46 * SHAPE[start.getHour()] * weekday(start.toLocalDate());
            boolean missing = back >= 33 && back <= 35;
            double completeness = back == 0 ? .42 : missing ? 0 : 1;
            double noise = 1 + .07 * wave(start.toEpochSecond() / 3600);
            points.add(new LoadPoint(
                    start.toOffsetDateTime(),
                    missing ? null : decimal(usual * noise * completeness, 4),
                    decimal(usual * .88, 4),
                    decimal(usual, 4),
                    decimal(usual * 1.13, 4),
                    completeness));
        }
        return points;
    }

    List<PipelinePart> pipeline(@Nullable String broken) {
        return List.of(
                part("producer", 0.83, "readings/s", null, broken),
                part("kafka", null, null, null, broken),
                part("consumer", 0.82, "readings/s", 1.2, broken),
                part("postgres", null, null, null, broken),
                part("mongodb", null, null, null, broken),
                part("api", null, null, null, broken),
                part("archiver", null, null, null, broken));
    }

    /** Newest first. */
    List<Anomaly> cases(boolean spanish) {
        return IntStream.range(0, 14)
                .mapToObj(number -> anomaly(number, spanish, false))
                .toList();
    }

    Anomaly anomaly(int number, boolean spanish, boolean withEvidence) {
        return anomaly(
                "K%04d".formatted(number),
                number,
                now.minus(11L + number * 173L, ChronoUnit.MINUTES),
                spanish,
                withEvidence);
    }

    Anomaly anomaly(String id, int number, Instant openedAt, boolean spanish, boolean withEvidence) {
        Finding finding = FINDINGS[number % FINDINGS.length];
        int score = Math.max(20, finding.score() - number / FINDINGS.length * 9);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        LocalDate first = today.minusDays(3 + number % 12);
        boolean fraud = finding.type() == AnomalyType.FRAUD;
        BigDecimal observed = decimal(fraud ? 24.6 : 188.4, 4);
        BigDecimal expected = decimal(fraud ? 112.8 : 74.1, 4);
        double lost = fraud ? 88.2 : 0;
        return new Anomaly(
                id,
                clientId(number * 7 % CLIENTS + 1),
                finding.type(),
                finding.subtype(),
                Severity.ofScore(score),
                score,
                number % 5 == 3 ? CaseStatus.ACKNOWLEDGED : CaseStatus.OPEN,
                first,
                today.minusDays(1),
                observed,
                expected,
                new EnergyRange(decimal(lost * .8, 4), decimal(lost, 4), decimal(lost * 1.2, 4)),
                new MoneyRange(decimal(lost * .2, 2), decimal(lost * .26, 2), decimal(lost * .32, 2), "EUR"),
                null,
                null,
                fraud ? BigDecimal.ZERO : observed.subtract(expected),
                new Explanation(
                        "explanation." + finding.type(),
                        Map.of("percent", "22"),
                        spanish ? finding.spanish() : finding.english()),
                spanish
                        ? "No habría caso si el consumo superase el 60 % de lo habitual durante dos días completos."
                        : "No case if the consumption rose above 60 % of the usual for two whole days.",
                List.of(
                        new Check("outage", CheckResult.PASSED),
                        new Check("dataGap", CheckResult.PASSED),
                        new Check("vacancy", CheckResult.UNKNOWN),
                        new Check("holiday", CheckResult.PASSED),
                        new Check("season", CheckResult.FAILED),
                        new Check("newBaseline", CheckResult.PASSED),
                        new Check("solar", CheckResult.UNKNOWN)),
                withEvidence ? evidence(first, today, finding.type()) : List.of(),
                Map.of("minimumDropPercent", 60.0, "minimumDays", 3.0, "minimumKwh", 2.0),
                0.986,
                openedAt,
                openedAt,
                null,
                0);
    }

    private static List<Evidence> evidence(LocalDate first, LocalDate today, AnomalyType type) {
        List<Evidence> hours = new ArrayList<>();
        for (ZonedDateTime hour = today.minusDays(21).atStartOfDay(ZONE);
                hour.toLocalDate().isBefore(today);
                hour = hour.plusHours(1)) {
            double expected = .5 * SHAPE[hour.getHour()] * weekday(hour.toLocalDate());
            boolean inside = !hour.toLocalDate().isBefore(first);
            double factor = !inside ? 1 : type == AnomalyType.FRAUD ? .2 : hour.getHour() < 6 ? 6 : 1;
            double observed = expected * factor * (1 + .16 * wave(hour.toEpochSecond() / 3600));
            boolean missing = hour.getDayOfYear() % 17 == 3 && hour.getHour() < 5;
            hours.add(new Evidence(
                    hour.toOffsetDateTime(),
                    missing ? null : decimal(observed, 4),
                    decimal(expected, 4),
                    decimal(expected * .7, 4),
                    decimal(expected * 1.35, 4)));
        }
        return hours;
    }

    List<ClientSummary> clients() {
        return IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(number -> client(clientId(number)))
                .toList();
    }

    ClientSummary client(String id) {
        int number = number(id);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        return new ClientSummary(
                id,
                today.minusDays(46),
                number % 19 == 0 ? today.minusDays(1) : today,
                decimal(daily(number), 4),
                .2 + .04 * wave(number) + (number % 11 == 0 ? .3 : 0),
                number % 7 == 0 ? .962 : 1,
                number % 9 == 1 ? 1 + number % 2 : 0,
                recent(number, today));
    }

    private List<@Nullable BigDecimal> recent(int number, LocalDate today) {
        Map<LocalDate, BigDecimal> days = daily(clientId(number), today.minusDays(30), today).stream()
                .collect(java.util.stream.Collectors.toMap(DailyConsumption::day, DailyConsumption::totalKwh));
        return today.minusDays(30)
                .datesUntil(today)
                .<@Nullable BigDecimal>map(days::get)
                .toList();
    }

    /** As daily figures make it; client 4 is too new to have one. */
    ClientBaseline baseline(String clientId, @Nullable LocalDate since) {
        int number = number(clientId);
        boolean known = number != 4;
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<HourBand> hours = IntStream.range(0, known ? 24 : 0)
                .mapToObj(hour -> {
                    double kwh = daily(number) / 15 * SHAPE[hour];
                    return new HourBand(hour, kwh, kwh * .75, kwh * 1.3);
                })
                .toList();
        return new ClientBaseline(clientId, today, since, known ? 26 : 5, 14, hours, hours, List.of());
    }

    List<DailyConsumption> daily(String clientId, LocalDate from, LocalDate to) {
        int number = number(clientId);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        return from.datesUntil(to.plusDays(1))
                .filter(day -> !day.isAfter(today) && !isMissing(number, day))
                .map(day -> {
                    double total = daily(number) * weekday(day) * (1 + .15 * wave(day.toEpochDay() + number));
                    boolean partial = day.equals(today);
                    return new DailyConsumption(
                            clientId,
                            day,
                            60,
                            decimal(total, 4),
                            decimal(total * .16, 4),
                            decimal(total * .25, 4),
                            decimal(total * .27, 4),
                            decimal(total * .32, 4),
                            partial ? 14 : 24,
                            24,
                            partial ? 14 / 24.0 : 1,
                            false,
                            "window");
                })
                .toList();
    }

    List<HourlyConsumption> hourly(String clientId, LocalDate from, LocalDate to) {
        int number = number(clientId);
        List<HourlyConsumption> hours = new ArrayList<>();
        for (ZonedDateTime hour = from.atStartOfDay(ZONE);
                hour.isBefore(to.plusDays(1).atStartOfDay(ZONE))
                        && hour.toInstant().isBefore(now);
                hour = hour.plusHours(1)) {
            if (isMissing(number, hour.toLocalDate())) {
                continue;
            }
            double kwh =
                    daily(number) / 15 * SHAPE[hour.getHour()] * (1 + .3 * wave(hour.toEpochSecond() / 3600 + number));
            OffsetDateTime start = hour.toOffsetDateTime();
            hours.add(new HourlyConsumption(clientId, start, decimal(kwh, 4), Quality.MEASURED, false, "window"));
        }
        return hours;
    }

    /** Every two weeks a day is missing, whatever today is. */
    private boolean isMissing(int number, LocalDate day) {
        return ChronoUnit.DAYS.between(day, now.atZone(ZONE).toLocalDate()) % 14 == number % 13;
    }

    List<MonthlyConsumption> months(String clientId) {
        YearMonth current = YearMonth.from(now.atZone(ZONE));
        return IntStream.rangeClosed(0, 2)
                .mapToObj(back -> month(clientId, current.minusMonths(2L - back), back == 0))
                .toList();
    }

    MonthlyConsumption month(String clientId, YearMonth month, boolean first) {
        int number = number(clientId);
        double total = daily(number) * 30 * (1 + .1 * wave(month.getMonthValue() + number));
        double before = daily(number) * 30 * (1 + .1 * wave(month.getMonthValue() - 1 + number));
        return new MonthlyConsumption(
                clientId,
                month,
                decimal(total, 4),
                decimal(total * .16, 4),
                decimal(total * .25, 4),
                decimal(total * .27, 4),
                decimal(total * .32, 4),
                isRunning(month) ? today() : month.lengthOfMonth(),
                decimal(total / 30, 4),
                first ? null : decimal(before, 4),
                first ? null : (total - before) / before * 100,
                number % 9 == 1 ? 74 : number % 23,
                isRunning(month) ? over() : month.lengthOfMonth(),
                decimal(isRunning(month) ? total * .8 : total, 4),
                first ? null : decimal(isRunning(month) ? before * .8 : before, 4));
    }

    private boolean isRunning(YearMonth month) {
        return month.equals(YearMonth.from(now.atZone(ZONE)));
    }

    private int today() {
        return now.atZone(ZONE).getDayOfMonth();
    }

    /** At least two, also in a month's first days. */
    private int over() {
        return Math.max(2, today() - 1);
    }

    AnomalyStats stats(List<Anomaly> cases) {
        Map<AnomalyType, Integer> types = new EnumMap<>(AnomalyType.class);
        Map<CaseStatus, Integer> statuses = new EnumMap<>(CaseStatus.class);
        cases.forEach(item -> {
            types.merge(item.type(), 1, Integer::sum);
            statuses.merge(item.status(), 1, Integer::sum);
        });
        return new AnomalyStats(
                cases.size(),
                types,
                statuses,
                Map.of(),
                List.of(
                        new RulePrecision("fraud.drop", 11, 13, 84.6, 57.8, 95.7),
                        new RulePrecision("spike", 4, 9, 44.4, 18.9, 73.3)));
    }

    /** Of its first days that are over in this month, when only the same days are asked for. */
    MonthTotals totals(YearMonth month, boolean sameDays) {
        List<MonthlyConsumption> all = clients().stream()
                .map(client -> month(client.clientId(), month, false))
                .toList();
        LocalDate last = isRunning(month) ? now.atZone(ZONE).toLocalDate() : month.atEndOfMonth();
        return new MonthTotals(
                month,
                sameDays ? month.atDay(over()) : last,
                all.size(),
                sum(all, MonthlyConsumption::totalKwh),
                sum(all, MonthlyConsumption::nightKwh),
                sum(all, MonthlyConsumption::morningKwh),
                sum(all, MonthlyConsumption::afternoonKwh),
                sum(all, MonthlyConsumption::eveningKwh));
    }

    MonthSummary summary(YearMonth month) {
        List<MonthlyConsumption> all = clients().stream()
                .map(client -> month(client.clientId(), month, false))
                .sorted(java.util.Comparator.comparing(MonthlyConsumption::changePercent))
                .toList();
        return new MonthSummary(
                totals(month, false),
                totals(month.minusMonths(1), false),
                totals(month.minusYears(1), false),
                totals(month, isRunning(month)),
                totals(month.minusMonths(1), isRunning(month)),
                totals(month.minusYears(1), isRunning(month)),
                3.4,
                -2.1,
                IntStream.range(0, 10)
                        .mapToObj(tenth ->
                                new ScoreRange(tenth * 10, tenth * 10 + (tenth == 9 ? 10 : 9), (int) all.stream()
                                        .filter(one -> Math.min(9, one.anomalyScore() / 10) == tenth)
                                        .count()))
                        .toList(),
                all.reversed().subList(0, 6),
                all.subList(0, 6));
    }

    private static BigDecimal sum(
            List<MonthlyConsumption> months, java.util.function.Function<MonthlyConsumption, BigDecimal> kwh) {
        return months.stream().map(kwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PipelinePart part(
            String name, @Nullable Double rate, @Nullable String unit, @Nullable Double lag, @Nullable String broken) {
        return name.equals(broken)
                ? new PipelinePart(
                        name,
                        "DOWN",
                        null,
                        null,
                        null,
                        "restart-" + name,
                        "Connection refused: localhost/127.0.0.1:9092")
                : new PipelinePart(name, "UP", rate, unit, lag, null, null);
    }

    private static List<@Nullable BigDecimal> hours(java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, 24)
                .<@Nullable BigDecimal>mapToObj(hour -> decimal(value.applyAsDouble(hour), 2))
                .toList();
    }

    private static BigDecimal sum(List<LoadPoint> load, LocalDate day) {
        return load.stream()
                .filter(point ->
                        point.start().atZoneSameInstant(ZONE).toLocalDate().equals(day))
                .map(LoadPoint::kwh)
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double daily(int number) {
        return 4.2 + number % 17 * .83 + (number % 10 == 0 ? 28 : 0);
    }

    private static double weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 ? 1.12 : 1;
    }

    /** Between -1 and 1, without a pattern that the eye could see. */
    private static double wave(long seed) {
        return Math.sin(seed * 12.9898) * .6 + Math.sin(seed * 78.233) * .4;
    }

    private static int number(String clientId) {
        String digits = clientId.replaceAll("\\D", "");
        return Integer.parseInt(digits.substring(Math.max(0, digits.length() - 3)));
    }

    private static String clientId(int number) {
        return "C-%06d".formatted(number);
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
