package io.consumo.api.problem.web;

import io.consumo.api.request.Dates;
import io.consumo.api.request.InvalidParameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Refuses, with a problem like any other, what no operation could make sense of. */
@Configuration(proxyBeanMethods = false)
class UnfitRequests implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new DayConverter());
        registry.addConverter(new MonthConverter());
    }

    private static final class DayConverter implements Converter<String, @Nullable LocalDate> {

        @Override
        public @Nullable LocalDate convert(String text) {
            return text.isBlank() ? null : Dates.day(text.strip());
        }
    }

    private static final class MonthConverter implements Converter<String, @Nullable YearMonth> {

        @Override
        public @Nullable YearMonth convert(String text) {
            return text.isBlank() ? null : Dates.month(text.strip());
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NoNullCharacters());
    }

    /** A path that the firewall takes for an attack, such as one with an encoded slash. */
    @Bean
    RequestRejectedHandler refusePath(JsonMapper json) {
        return (request, response, rejected) -> refuse(response, json);
    }

    private static void refuse(HttpServletResponse response, JsonMapper json) throws IOException {
        ProblemDetail problem = Problems.invalid(
                "path", "holds characters that no path of the API has", List.of("a path of /openapi.json"));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** No store takes one in a text. */
    private static final class NoNullCharacters implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.getParameterMap().forEach((name, values) -> {
                if (Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
                    throw new InvalidParameter(name, "holds a null character", List.of("text without null characters"));
                }
            });
            return true;
        }
    }
}
