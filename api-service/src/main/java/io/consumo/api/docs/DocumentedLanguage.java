package io.consumo.api.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the OpenAPI document which operations answer in the reader's language. */
@Component
class DocumentedLanguage implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean speaks = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Locale.class);
        if (speaks) {
            StringSchema languages = new StringSchema();
            languages.setEnum(List.of("en", "es"));
            languages.setDefault("en");
            operation.addParametersItem(new HeaderParameter()
                    .name(HttpHeaders.ACCEPT_LANGUAGE)
                    .description("Language of the explanations; English by default")
                    .schema(languages));
        }
        return operation;
    }
}
