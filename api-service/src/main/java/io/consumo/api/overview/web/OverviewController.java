package io.consumo.api.overview.web;

import io.consumo.api.overview.CheckPipeline;
import io.consumo.api.overview.CurrentLoad;
import io.consumo.api.overview.OverviewProperties;
import io.consumo.api.overview.ReadOverview;
import io.consumo.api.request.InvalidParameter;
import io.consumo.model.api.Health;
import io.consumo.model.api.LoadPoint;
import io.consumo.model.api.Overview;
import io.consumo.model.api.PipelinePart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Overview")
class OverviewController {

    private final ReadOverview overview;
    private final CurrentLoad load;
    private final CheckPipeline pipeline;
    private final OverviewProperties settings;

    OverviewController(ReadOverview overview, CurrentLoad load, CheckPipeline pipeline, OverviewProperties settings) {
        this.overview = overview;
        this.load = load;
        this.pipeline = pipeline;
        this.settings = settings;
    }

    @GetMapping("/health")
    @SecurityRequirements
    @Operation(
            operationId = "getHealth",
            summary = "Whether the API runs, and which stores it reaches",
            description = "Open to all. Answers 200 whenever the API itself runs.")
    Health health() {
        return Health.of(pipeline.stores());
    }

    @GetMapping("/overview")
    @Operation(
            operationId = "getOverview",
            summary = "The figures at a glance",
            description = "Clients, energy and readings of today, open cases, money, stores, and what the small"
                    + " charts show.")
    Overview overview() {
        return overview.now();
    }

    @GetMapping("/overview/load")
    @Operation(
            operationId = "listLoad",
            summary = "Load of all clients, hour by hour",
            description = "Beside what is usual for this hour on weekdays or weekends: the 10th, 50th and 90th"
                    + " percentile of the active window.")
    List<LoadPoint> load(
            @Parameter(
                            description = "How many clock hours up to now",
                            example = "48",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "744", defaultValue = "48"))
                    @RequestParam(defaultValue = "48")
                    int hours) {
        if (hours < 1 || hours > settings.maximumLoadHours()) {
            throw new InvalidParameter(
                    "hours",
                    "must be from 1 to " + settings.maximumLoadHours() + ", was " + hours,
                    List.of("1 to " + settings.maximumLoadHours()));
        }
        return load.last(hours);
    }

    @GetMapping("/pipeline")
    @Operation(
            operationId = "listPipelineParts",
            summary = "Each part of the pipeline",
            description = "Health, rate and lag in the order in which a reading passes them, and what to do about a"
                    + " part that is down.")
    List<PipelinePart> pipeline() {
        return pipeline.parts();
    }
}
