package io.consumo.api.overview;

import io.consumo.model.api.PipelinePart;
import io.consumo.service.metrics.Glance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which parts of the pipeline answer the API, for whoever collects metrics. */
@Component
class PipelineGauges implements MeterBinder {

    private final CheckPipeline pipeline;

    PipelineGauges(CheckPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Glance<List<PipelinePart>> parts = new Glance<>(pipeline::parts);
        for (String name : PipelineProbe.PARTS) {
            parts.gauge(
                    registry,
                    "consumo.part.up",
                    null,
                    "Whether the part answers the API, be it behind or not",
                    now -> isUp(now, name) ? 1 : 0,
                    "part",
                    name);
        }
    }

    private static boolean isUp(List<PipelinePart> parts, String name) {
        return parts.stream()
                .anyMatch(part -> part.name().equals(name) && !part.status().equals("DOWN"));
    }
}
