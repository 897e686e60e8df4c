package io.consumo.api.anomalies.web;

import io.consumo.api.anomalies.AnomalyFigures;
import io.consumo.api.anomalies.AnomalyFilter;
import io.consumo.api.anomalies.AnomalyQuery;
import io.consumo.api.anomalies.AnomalyQuery.SortField;
import io.consumo.api.anomalies.AnomalyRow;
import io.consumo.api.anomalies.CountCases;
import io.consumo.api.anomalies.DecidedCase;
import io.consumo.api.anomalies.ListCases;
import io.consumo.api.export.Exports;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.api.request.Unknown;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.AnomalyStats;
import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Anomalies")
class AnomalyController {

    private static final Sorting<SortField> NEWEST_FIRST = new Sorting<>(SortField.OPENED_AT, true);

    private final AnomalyQuery anomalies;
    private final ListCases list;
    private final CountCases count;
    private final AnomalyFigures figures;
    private final Exports exports;

    AnomalyController(
            AnomalyQuery anomalies, ListCases list, CountCases count, AnomalyFigures figures, Exports exports) {
        this.anomalies = anomalies;
        this.list = list;
        this.count = count;
        this.figures = figures;
        this.exports = exports;
    }

    @GetMapping("/anomalies")
    @Operation(
            operationId = "listAnomalies",
            summary = "Cases",
            description = "Newest first by default, without their evidence; see one case for it.")
    Page<Anomaly> list(
            @ParameterObject AnomalyFilter filter,
            @Parameter(
                            description =
                                    "Field, and asc or desc. recovery is the loss a month times the chance that a visit"
                                            + " confirms the case",
                            example = "openedAt,desc",
                            schema =
                                    @Schema(
                                            type = "string",
                                            pattern =
                                                    "^(openedAt|updatedAt|score|firstDay|lastDay|clientId|lostMoney|excessKwh|recovery)(,(asc|desc))?$",
                                            defaultValue = "openedAt,desc"))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @ParameterObject Paging paging,
            @Parameter(hidden = true) Locale locale) {
        Page<DecidedCase> page = list.page(filter, Sorting.parse(sort, SortField.class, NEWEST_FIRST), paging);
        return new Page<>(
                page.content().stream()
                        .map(decided -> figures.anomaly(decided, locale))
                        .toList(),
                page.page());
    }

    @GetMapping("/anomalies/stats")
    @Operation(
            operationId = "countAnomalies",
            summary = "Cases counted",
            description = "By type, status and severity, and how often each rule was right: the share of its closed"
                    + " cases that were confirmed, with a 95 % interval.")
    AnomalyStats stats() {
        return count.count();
    }

    @GetMapping(path = "/anomalies.csv", produces = Exports.CSV)
    @Operation(
            operationId = "exportAnomalies",
            summary = "Cases as CSV",
            description = "All that match, oldest first. Streams any size.")
    void csv(
            @ParameterObject AnomalyFilter filter,
            @Parameter(hidden = true) Locale locale,
            HttpServletResponse response)
            throws IOException {
        exports.csv(
                response,
                "anomalies",
                AnomalyRow.class,
                table -> anomalies.each(
                        filter, decided -> table.accept(AnomalyRow.of(figures.anomaly(decided, locale)))));
    }

    @GetMapping("/anomalies/{id}")
    @Operation(
            operationId = "getAnomaly",
            summary = "A case with its evidence",
            description = "Observed and expected energy hour by hour.")
    Anomaly one(
            @Parameter(description = "The case's id", example = "fraud.drop:C-000042:2026-11-12") @PathVariable
                    String id,
            @Parameter(hidden = true) Locale locale) {
        return figures.anomaly(anomalies.find(id).orElseThrow(() -> new Unknown(Unknown.Thing.ANOMALY, id)), locale);
    }
}
