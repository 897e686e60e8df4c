package io.consumo.api.consumption.web;

import io.consumo.api.consumption.ConsumptionProperties;
import io.consumo.api.consumption.KnownClients;
import io.consumo.api.consumption.ReadMonths;
import io.consumo.api.consumption.SummarizeMonths;
import io.consumo.api.export.Exports;
import io.consumo.api.request.Dates;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Paging;
import io.consumo.model.api.MonthSummary;
import io.consumo.model.api.MonthSummary.MonthTotals;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Consumption")
class MonthlyController {

    private static final String MONTH_OR_DAY = "^\\d{4}-\\d{2}(-\\d{2})?$";

    private static final int MAXIMUM_MONTHS = 240;

    private static final int MAXIMUM_COMPARED = 24;

    private final ReadMonths months;
    private final SummarizeMonths summarize;
    private final KnownClients clients;
    private final Exports exports;
    private final ConsumptionProperties settings;
    private final Clock clock;

    MonthlyController(
            ReadMonths months,
            SummarizeMonths summarize,
            KnownClients clients,
            Exports exports,
            ConsumptionProperties settings,
            Clock clock) {
        this.months = months;
        this.summarize = summarize;
        this.clients = clients;
        this.exports = exports;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/monthly")
    @Operation(
            operationId = "listClientMonths",
            summary = "Months of a client",
            description =
                    "Each beside the month before, oldest first; the last 13 months by default. The month that runs"
                            + " is compared by the days that are over in it.")
    Page<MonthlyConsumption> ofClient(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @Parameter(
                            description =
                                    "First month, or a day in it, at most 240 months before the last; 12 months before it by default",
                            example = "2026-01",
                            schema = @Schema(type = "string", pattern = MONTH_OR_DAY))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last month, or a day in it; this month by default",
                            example = "2026-11",
                            schema = @Schema(type = "string", pattern = MONTH_OR_DAY))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @ParameterObject Paging paging) {
        YearMonth last = to != null ? month("to", to) : YearMonth.now(clock);
        YearMonth first = from != null ? month("from", from) : last.minusMonths(settings.months() - 1L);
        requireSensible(first, last);
        List<MonthlyConsumption> found = months.ofClient(id, first, last);
        if (found.isEmpty()) {
            clients.require(id);
        }
        return paging.orWhole().cut(found);
    }

    private static YearMonth month(String field, String value) {
        try {
            return value.length() > "2026-01".length() ? YearMonth.from(Dates.day(value)) : Dates.month(value);
        } catch (DateTimeException e) {
            throw new InvalidParameter(
                    field,
                    "must be a month or a day of the years " + Dates.YEARS + ", was " + value,
                    List.of("2026-11", "2026-11-24"));
        }
    }

    @GetMapping("/monthly")
    @Operation(
            operationId = "listMonths",
            summary = "One month of all clients",
            description =
                    "This month by default, in the order of clients. While it runs, it is compared by the days that"
                            + " are over in it.")
    Page<MonthlyConsumption> ofMonth(
            @Parameter(description = "The month; this month by default", example = "2026-10")
                    @RequestParam(required = false)
                    @Nullable
                    YearMonth month,
            @ParameterObject Paging paging) {
        return months.ofMonth(month != null ? month : YearMonth.now(clock), paging);
    }

    @GetMapping(path = "/monthly.csv", produces = Exports.CSV)
    @Operation(
            operationId = "exportMonths",
            summary = "One month of all clients as CSV",
            description = "This month by default, in the order of clients. Streams any size.")
    void csv(
            @Parameter(description = "The month; this month by default", example = "2026-10")
                    @RequestParam(required = false)
                    @Nullable
                    YearMonth month,
            HttpServletResponse response)
            throws IOException {
        YearMonth asked = month != null ? month : YearMonth.now(clock);
        exports.csv(response, "monthly", MonthlyConsumption.class, table -> months.each(asked, table));
    }

    @GetMapping("/monthly/{month}/summary")
    @Operation(
            operationId = "getMonthSummary",
            summary = "What stands out in a month",
            description = "Sums over all clients beside the month before and the year before, how anomaly scores are"
                    + " spread, and who rose and fell most. While the month runs, the days that are over in it are"
                    + " compared with the same days of the others. May be some seconds old.")
    MonthSummary summary(@Parameter(description = "The month", example = "2026-10") @PathVariable YearMonth month) {
        return summarize.summary(month);
    }

    @GetMapping("/monthly/compare")
    @Operation(
            operationId = "compareMonths",
            summary = "Months side by side",
            description = "Sums over all clients of each month, in the order asked for; those without readings are left"
                    + " out. At most 24 months.")
    List<MonthTotals> compare(
            @Parameter(
                            description = "The months, from 1 to 24 of them",
                            example = "2026-10,2026-11",
                            array =
                                    @ArraySchema(
                                            minItems = 1,
                                            maxItems = 24,
                                            schema = @Schema(type = "string", pattern = "\\d{4}-\\d{2}")))
                    @RequestParam
                    List<YearMonth> months,
            @Parameter(
                            description = "While one of them runs, sum each up to the day that is over in it",
                            example = "true")
                    @RequestParam(defaultValue = "false")
                    boolean sameDays) {
        if (months.isEmpty() || months.contains(null) || months.size() > MAXIMUM_COMPARED) {
            throw new InvalidParameter(
                    "months", "must be from 1 to " + MAXIMUM_COMPARED + " months", List.of("2026-10,2026-11"));
        }
        return sameDays ? summarize.sameDays(months) : summarize.totals(months);
    }

    private static void requireSensible(YearMonth from, YearMonth to) {
        if (from.isAfter(to)) {
            throw new InvalidParameter(
                    "from", "must not be after to (" + to + "), was " + from, List.of("a month up to " + to));
        }
        if (ChronoUnit.MONTHS.between(from, to) >= MAXIMUM_MONTHS) {
            throw new InvalidParameter(
                    "from",
                    "the range must have at most " + MAXIMUM_MONTHS + " months",
                    List.of(to.minusMonths(MAXIMUM_MONTHS - 1L) + " or later for this to"));
        }
    }
}
