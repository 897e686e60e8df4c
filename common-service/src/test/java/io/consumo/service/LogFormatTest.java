package io.consumo.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.Correlation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogFormatTest {

    @Configuration(proxyBeanMethods = false)
    static class Service {}

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void linesToReadBeginWithTheIdAndHaveNothingInItsPlaceWithoutOne(CapturedOutput log) {
        say("");
        assertThat(log.getOut())
                .containsPattern(" \\[order-4711] .* : it is so\n")
                .containsPattern("(?m)^[^\\[]+ --- \\[[^]]+] [^\\[]+ : it was so$");
    }

    @Test
    void linesForACollectorAreJsonWithTheId(CapturedOutput log) {
        say("ecs");
        JsonNode line = log.getOut()
                .lines()
                .filter(said -> said.contains("it is so"))
                .map(JsonMapper.shared()::readTree)
                .findFirst()
                .orElseThrow();
        assertThat(line.get("message").stringValue()).isEqualTo("it is so");
        assertThat(line.get("correlationId").stringValue()).isEqualTo("order-4711");
    }

    private static void say(String format) {
        new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run("--spring.config.import=classpath:service.yml", "--CONSUMO_LOG_FORMAT=" + format)
                .close();
        MDC.put(Correlation.LOG_KEY, "order-4711");
        LoggerFactory.getLogger(LogFormatTest.class).info("it is so");
        MDC.clear();
        LoggerFactory.getLogger(LogFormatTest.class).info("it was so");
    }
}
