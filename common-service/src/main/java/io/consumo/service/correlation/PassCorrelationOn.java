package io.consumo.service.correlation;

import io.consumo.model.Correlation;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Asks other services under the id of the request that is being answered, if it is one. */
public final class PassCorrelationOn implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String id = MDC.get(Correlation.LOG_KEY);
        if (id != null) {
            request.getHeaders().set(Correlation.HTTP_HEADER, id);
        }
        return execution.execute(request, body);
    }
}
