package io.consumo.api.overview;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the parts of the pipeline are asked.
 *
 * @param timeout for one answer; a part that is slower counts as down
 * @param freshFor how long an answer is kept
 * @param services name to address
 */
@Validated
@ConfigurationProperties("consumo.pipeline")
public record PipelineProperties(Duration timeout, Duration freshFor, Map<String, URI> services) {

    @Override
    public String toString() {
        return "PipelineProperties[services=" + services + "]";
    }
}
