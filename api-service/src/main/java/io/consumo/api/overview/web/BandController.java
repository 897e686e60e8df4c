package io.consumo.api.overview.web;

import io.consumo.api.consumption.ConsumptionProperties;
import io.consumo.api.overview.CompareBands;
import io.consumo.api.request.DayRangeQuery;
import io.consumo.model.api.BandComparison;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bands")
@Tag(name = "Consumption")
class BandController {

    private final CompareBands compare;
    private final ConsumptionProperties settings;
    private final Clock clock;

    BandController(CompareBands compare, ConsumptionProperties settings, Clock clock) {
        this.compare = compare;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "compareBands",
            summary = "The bands of the day compared",
            description = "Night, morning, afternoon and evening of a client or of all, beside as many days before; the"
                    + " last 30 days by default. Archived days count as their months have them.")
    BandComparison bands(
            @ParameterObject DayRangeQuery range,
            @Parameter(description = "Only this client; all by default", example = "C-000042")
                    @RequestParam(required = false)
                    @Nullable
                    String clientId) {
        return compare.compare(
                clientId, range.orLast(settings.dailyDays(), LocalDate.now(clock), settings.maximumDays()));
    }
}
