package io.consumo.api.problem.web;

import io.consumo.api.request.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses in JSON what no store could hold: days that lie centuries away, texts with a null character. */
@Configuration(proxyBeanMethods = false)
class UnfitBodies {

    @Bean
    JsonMapperBuilderCustomizer sensibleValues() {
        return builder -> builder.addModule(new SimpleModule("sensible values")
                .addDeserializer(LocalDate.class, new SensibleDay())
                .addDeserializer(String.class, new SensibleText()));
    }

    private static final class SensibleDay extends StdDeserializer<LocalDate> {

        SensibleDay() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            if (text == null || text.isBlank()) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return Dates.day(text);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
            }
        }
    }

    private static final class SensibleText extends StdDeserializer<String> {

        SensibleText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "holds a null character");
        }
    }
}
