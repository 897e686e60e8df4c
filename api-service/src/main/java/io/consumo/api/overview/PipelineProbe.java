package io.consumo.api.overview;

import io.consumo.model.api.PipelinePart;
import java.util.List;

/** Asks one part of the pipeline how it is. */
public interface PipelineProbe {

    /** In the order in which a reading passes them. */
    List<String> PARTS = List.of("producer", "kafka", "consumer", "postgres", "mongodb", "api", "archiver");

    /** One of {@link #PARTS}. */
    String part();

    /** @throws Exception when the part does not answer; its message becomes the detail */
    PipelinePart ask() throws Exception;

    /** A part that answers and has no figures of its own. */
    static PipelinePart up(String part) {
        return new PipelinePart(part, "UP", null, null, null, null, null);
    }
}
