package io.consumo.api.clients.web;

import io.consumo.api.anomalies.AnomalyFigures;
import io.consumo.api.anomalies.AnomalyFilter;
import io.consumo.api.anomalies.AnomalyQuery;
import io.consumo.api.anomalies.AnomalyQuery.SortField;
import io.consumo.api.anomalies.DecidedCase;
import io.consumo.api.clients.ClientSort;
import io.consumo.api.clients.ListClients;
import io.consumo.api.consumption.KnownClients;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.ClientSummary;
import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "Clients")
class ClientController {

    private static final Sorting<ClientSort> BY_ID = new Sorting<>(ClientSort.CLIENT_ID, false);
    private static final Sorting<SortField> NEWEST_FIRST = new Sorting<>(SortField.OPENED_AT, true);

    private final ListClients clients;
    private final KnownClients known;
    private final AnomalyQuery anomalies;
    private final AnomalyFigures figures;

    ClientController(ListClients clients, KnownClients known, AnomalyQuery anomalies, AnomalyFigures figures) {
        this.clients = clients;
        this.known = known;
        this.anomalies = anomalies;
        this.figures = figures;
    }

    @GetMapping
    @Operation(
            operationId = "listClients",
            summary = "Clients",
            description =
                    "With figures of each one's most recent days, as many as the active window has. The list may be"
                            + " some seconds old.")
    Page<ClientSummary> list(
            @Parameter(
                            description =
                                    "A part of the client's id; the whole one where all the client's days are archived; all by default",
                            example = "0004")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            description = "Field, and asc or desc",
                            example = "averageDailyKwh,desc",
                            schema =
                                    @Schema(
                                            type = "string",
                                            pattern =
                                                    "^(clientId|firstDay|lastDay|averageDailyKwh|nightShare|completeness|openAnomalies)(,(asc|desc))?$",
                                            defaultValue = "clientId,asc"))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @ParameterObject Paging paging) {
        return clients.page(q, Sorting.parse(sort, ClientSort.class, BY_ID), paging);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getClient",
            summary = "A client",
            description = "With figures of its most recent days, which may be archived already.")
    ClientSummary one(@Parameter(description = "The client", example = "C-000042") @PathVariable String id) {
        return clients.one(id);
    }

    @GetMapping("/{id}/anomalies")
    @Operation(
            operationId = "listClientAnomalies",
            summary = "Cases of a client",
            description = "Newest first by default, without their evidence.")
    Page<Anomaly> anomalies(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @ParameterObject Paging paging,
            @Parameter(hidden = true) Locale locale) {
        Page<DecidedCase> page = anomalies.find(AnomalyFilter.onlyClient(id), NEWEST_FIRST, paging);
        if (page.page().totalElements() == 0) {
            known.require(id);
        }
        return new Page<>(
                page.content().stream()
                        .map(decided -> figures.anomaly(decided, locale))
                        .toList(),
                page.page());
    }
}
