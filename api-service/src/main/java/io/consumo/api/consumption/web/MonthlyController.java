package io.consumo.api.consumption.web;

import io.consumo.api.consumption.ConsumptionProperties;
import io.consumo.api.consumption.KnownClients;
import io.consumo.api.consumption.ReadMonths;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Paging;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
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

    private static final int MAXIMUM_MONTHS = 240;

    private final ReadMonths months;
    private final KnownClients clients;
    private final ConsumptionProperties settings;
    private final Clock clock;

    MonthlyController(ReadMonths months, KnownClients clients, ConsumptionProperties settings, Clock clock) {
        this.months = months;
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/monthly")
    @Operation(
            summary = "Months of a client",
            description = "Each beside the month before, oldest first; the last 13 months by default.")
    Page<MonthlyConsumption> ofClient(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @Parameter(description = "First month, or a day in it", example = "2026-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last month, or a day in it; this month by default", example = "2026-11")
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
            return value.length() > "2026-01".length()
                    ? YearMonth.from(LocalDate.parse(value))
                    : YearMonth.parse(value);
        } catch (DateTimeParseException e) {
            throw new InvalidParameter(
                    field, "must be a month or a day, was " + value, List.of("2026-11", "2026-11-24"));
        }
    }

    @GetMapping("/monthly")
    @Operation(summary = "One month of all clients", description = "This month by default, in the order of clients.")
    Page<MonthlyConsumption> ofMonth(
            @Parameter(description = "The month", example = "2026-10") @RequestParam(required = false) @Nullable
                    YearMonth month,
            @ParameterObject Paging paging) {
        return months.ofMonth(month != null ? month : YearMonth.now(clock), paging);
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
