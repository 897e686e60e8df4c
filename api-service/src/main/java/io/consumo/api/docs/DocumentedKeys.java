package io.consumo.api.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Says in the OpenAPI document which operations can be repeated without being done twice. */
@Component
class DocumentedKeys implements OperationCustomizer {

    static final String NAME = "Idempotency-Key";

    private static final int LONGEST = 200;

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean isLogin = operation.getTags() != null && operation.getTags().contains("Session");
        if (method.hasMethodAnnotation(PostMapping.class) && !isLogin) {
            operation.addParametersItem(new HeaderParameter()
                    .name(NAME)
                    .description(
                            "A key of the sender's own choice: the request is done once, and whoever sends it again"
                                    + " within 24 hours gets the same answer; 422 when the key comes with another request; without one it is"
                                    + " done each time, which is the default")
                    .schema(new StringSchema().minLength(1).maxLength(LONGEST)));
        }
        return operation;
    }
}
