package io.consumo.api.consumption.web;

import io.consumo.api.consumption.ConsumptionProperties;
import io.consumo.api.consumption.DailyQuery;
import io.consumo.api.consumption.DailyQuery.SortField;
import io.consumo.api.consumption.Figures;
import io.consumo.api.consumption.ReadDays;
import io.consumo.api.consumption.SourcedDay;
import io.consumo.api.export.Exports;
import io.consumo.api.request.DayRange;
import io.consumo.api.request.DayRangeQuery;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.ClientDay;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.HourlyConsumption;
import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
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
class DailyController {

    private static final Sorting<SortField> NEWEST_FIRST = new Sorting<>(SortField.DAY, true);

    private final DailyQuery days;
    private final ReadDays readDays;
    private final Figures figures;
    private final Exports exports;
    private final ConsumptionProperties settings;
    private final Clock clock;

    DailyController(
            DailyQuery days,
            ReadDays readDays,
            Figures figures,
            Exports exports,
            ConsumptionProperties settings,
            Clock clock) {
        this.days = days;
        this.readDays = readDays;
        this.figures = figures;
        this.exports = exports;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/daily")
    @Operation(
            operationId = "listClientDays",
            summary = "Days of a client",
            description = "Totals and bands of each local day that has readings, oldest first, wherever it is: in the"
                    + " window, held, restored or in the archive; the last 30 days by default, 500 a page.")
    Page<DailyConsumption> daily(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @ParameterObject DayRangeQuery range,
            @ParameterObject Paging paging) {
        Page<SourcedDay> page = paging.orWhole()
                .cut(readDays.ofClient(id, range.orLast(settings.dailyDays(), today(), settings.maximumDays())));
        return new Page<>(page.content().stream().map(figures::daily).toList(), page.page());
    }

    @GetMapping("/clients/{id}/hourly")
    @Operation(
            operationId = "listClientHours",
            summary = "Clock hours of a client",
            description = "Hours of which nothing was received are left out; the last 7 days by default, 500 a page.")
    Page<HourlyConsumption> hourly(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @ParameterObject DayRangeQuery range,
            @ParameterObject Paging paging) {
        return paging.orWhole()
                .cut(
                        readDays
                                .ofClient(id, range.orLast(settings.hourlyDays(), today(), settings.maximumDays()))
                                .stream()
                                .flatMap(day -> figures.hourly(day).stream())
                                .toList());
    }

    @GetMapping("/daily")
    @Operation(
            operationId = "listDays",
            summary = "Days of all clients, or of one",
            description =
                    "Either one day or a range; the last 30 days by default, newest first. Of all clients those in the"
                            + " window; archived days are under /archive/days.")
    Page<DailyConsumption> daily(
            @Parameter(description = "One local day, instead of from and to; none by default", example = "2026-11-23")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate day,
            @ParameterObject DayRangeQuery range,
            @Parameter(description = "Only this client's days; all clients' by default", example = "C-000042")
                    @RequestParam(required = false)
                    @Nullable
                    String clientId,
            @Parameter(
                            description = "Field, and asc or desc",
                            example = "day,desc",
                            schema =
                                    @Schema(
                                            type = "string",
                                            pattern = "^(day|clientId)(,(asc|desc))?$",
                                            defaultValue = "day,desc"))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @ParameterObject Paging paging) {
        DayRange asked = dayOrRange(day, range);
        Sorting<SortField> sorting = Sorting.parse(sort, SortField.class, NEWEST_FIRST);
        if (clientId == null) {
            Page<ClientDay> page = days.ofAll(asked, sorting, paging);
            return new Page<>(page.content().stream().map(figures::daily).toList(), page.page());
        }
        List<SourcedDay> found = readDays.ofClient(clientId, asked);
        boolean newestFirst = sorting.field() == SortField.DAY && sorting.descending();
        Page<SourcedDay> page = paging.cut(newestFirst ? found.reversed() : found);
        return new Page<>(page.content().stream().map(figures::daily).toList(), page.page());
    }

    @GetMapping(path = "/daily.csv", produces = Exports.CSV)
    @Operation(
            operationId = "exportDays",
            summary = "Days of all clients, or of one, as CSV",
            description = "Either one day or a range, oldest first; the last 30 days by default. Streams any size.")
    void dailyCsv(
            @Parameter(description = "One local day, instead of from and to; none by default", example = "2026-11-23")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate day,
            @ParameterObject DayRangeQuery range,
            @Parameter(description = "Only this client's days; all clients' by default", example = "C-000042")
                    @RequestParam(required = false)
                    @Nullable
                    String clientId,
            HttpServletResponse response)
            throws IOException {
        DayRange asked = dayOrRange(day, range);
        exports.csv(response, "daily", DailyConsumption.class, table -> {
            if (clientId == null) {
                days.each(asked, one -> table.accept(figures.daily(one)));
            } else {
                readDays.ofClient(clientId, asked).forEach(one -> table.accept(figures.daily(one)));
            }
        });
    }

    private DayRange dayOrRange(@Nullable LocalDate day, DayRangeQuery range) {
        if (day == null) {
            return range.orLast(settings.dailyDays(), today(), settings.maximumDays());
        }
        if (range.from() != null || range.to() != null) {
            throw new InvalidParameter("day", "must not come together with from or to", List.of("day", "from and to"));
        }
        return new DayRange(day, day);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
