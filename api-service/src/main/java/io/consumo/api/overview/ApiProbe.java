package io.consumo.api.overview;

import io.consumo.model.api.PipelinePart;
import org.springframework.stereotype.Component;

/** Whoever reads its answer knows that it is up. */
@Component
class ApiProbe implements PipelineProbe {

    @Override
    public String part() {
        return "api";
    }

    @Override
    public PipelinePart ask() {
        return PipelineProbe.up(part());
    }
}
