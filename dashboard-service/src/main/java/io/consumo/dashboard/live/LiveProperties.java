package io.consumo.dashboard.live;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How often the API is asked while somebody is looking. */
@Validated
@ConfigurationProperties("consumo.live")
public record LiveProperties(
        @NotNull Duration figuresEvery,
        @NotNull Duration casesEvery,
        @NotNull Duration pipelineEvery,
        @NotNull Duration loadEvery,
        @NotNull Duration archiveEvery) {}
