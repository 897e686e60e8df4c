package io.consumo.dashboard.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.dashboard.backend.BackendFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks the API and turns whatever goes wrong into a {@link BackendFailure}. */
@Component
class ApiHttp {

    private static final String PREFIX = "/api/v1";
    private static final int PART = 16_384;

    private final RestClient http;
    private final RestClient exports;
    private final FailureCounters failures;

    ApiHttp(RestClient.Builder builder, ApiProperties settings, FailureCounters failures) {
        this.failures = failures;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
        http = builder.baseUrl(settings.url().toString())
                .requestFactory(requests)
                .build();
        // The other factory's limit holds for the whole answer; this one's for each read.
        SimpleClientHttpRequestFactory patient = new SimpleClientHttpRequestFactory();
        patient.setConnectTimeout(settings.timeout());
        patient.setReadTimeout(settings.exportSilence());
        exports = http.mutate().requestFactory(patient).build();
    }

    /** Whether the API runs; fails as RestClient does, and is not counted, since nobody missed an answer. */
    boolean answers() {
        return http.get()
                .uri(PREFIX + "/health")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful();
    }

    /** Values take the places of the path's {@code {variables}}, in their order, and are encoded. */
    <T> T get(Caller caller, ParameterizedTypeReference<T> type, String path, Object... values) {
        return require(exchange(HttpMethod.GET, headers -> identify(headers, caller), null, type, path, values));
    }

    <T> T patch(Caller caller, ParameterizedTypeReference<T> type, Object body, String path, Object... values) {
        return require(exchange(HttpMethod.PATCH, headers -> identify(headers, caller), body, type, path, values));
    }

    <T> T put(Caller caller, ParameterizedTypeReference<T> type, Object body, String path, Object... values) {
        return require(exchange(HttpMethod.PUT, headers -> identify(headers, caller), body, type, path, values));
    }

    <T> T post(Caller caller, ParameterizedTypeReference<T> type, Object body, String path, Object... values) {
        return require(exchange(HttpMethod.POST, headers -> identify(headers, caller), body, type, path, values));
    }

    /** Posts without a body. */
    <T> T trigger(Caller caller, ParameterizedTypeReference<T> type, String path, Object... values) {
        return require(exchange(HttpMethod.POST, headers -> identify(headers, caller), null, type, path, values));
    }

    void delete(Caller caller, String path, Object... values) {
        exchange(
                HttpMethod.DELETE,
                headers -> identify(headers, caller),
                null,
                new ParameterizedTypeReference<@Nullable Void>() {},
                path,
                values);
    }

    /**
     * Hands the answer on as it comes, however long it is and takes.
     *
     * @throws BackendFailure also when only a part of it came
     * @throws UncheckedIOException when nobody takes it any more
     */
    void copy(Caller caller, OutputStream out, String path, Object... values) {
        told(() -> exports.get()
                .uri(PREFIX + path, values)
                .headers(headers -> identify(headers, caller))
                .exchange((request, response) -> {
                    if (response.getStatusCode().isError()) {
                        throw response.createException();
                    }
                    // Closed here, so that nobody reads on what nobody takes any more.
                    try (InputStream body = response.getBody()) {
                        return handOn(body, out);
                    }
                }));
    }

    private static long handOn(InputStream body, OutputStream out) throws IOException {
        byte[] part = new byte[PART];
        long handed = 0;
        for (int length = body.read(part); length >= 0; length = body.read(part)) {
            try {
                out.write(part, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            handed += length;
        }
        return handed;
    }

    <T> T postAs(String username, String password, ParameterizedTypeReference<T> type, String path) {
        return require(exchange(
                HttpMethod.POST, headers -> headers.setBasicAuth(username, password, UTF_8), null, type, path));
    }

    private <T extends @Nullable Object> @Nullable T exchange(
            HttpMethod method,
            Consumer<HttpHeaders> headers,
            @Nullable Object body,
            ParameterizedTypeReference<T> type,
            String path,
            Object... values) {
        return told(() -> {
            RestClient.RequestBodySpec request = http.method(method)
                    .uri(PREFIX + path, values)
                    .headers(headers)
                    .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.retrieve().body(type);
        });
    }

    private <T extends @Nullable Object> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientResponseException e) {
            throw failures.counted(new BackendFailure(kindOf(e.getStatusCode()), detailOf(e), e));
        } catch (ResourceAccessException e) {
            throw failures.counted(new BackendFailure(Kind.UNREACHABLE, String.valueOf(e.getMessage()), e));
        } catch (RestClientException e) {
            throw failures.counted(new BackendFailure(Kind.PROBLEM, String.valueOf(e.getMessage()), e));
        }
    }

    private static void identify(HttpHeaders headers, Caller caller) {
        headers.setBearerAuth(caller.token());
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, caller.language().toLanguageTag());
    }

    private static <T> T require(@Nullable T body) {
        if (body == null) {
            throw new BackendFailure(Kind.PROBLEM, "the API answered without a body");
        }
        return body;
    }

    private static Kind kindOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Kind.UNAUTHORISED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.NOT_ALLOWED_NOW;
            case 412 -> Kind.OVERTAKEN;
            case 429 -> Kind.THROTTLED;
            case 502, 503, 504 -> Kind.UNREACHABLE;
            default -> Kind.PROBLEM;
        };
    }

    private static String detailOf(RestClientResponseException failure) {
        try {
            ProblemDetail problem = failure.getResponseBodyAs(ProblemDetail.class);
            if (problem != null && problem.getDetail() != null) {
                return problem.getDetail();
            }
        } catch (RestClientException | IllegalStateException e) {
            // Whoever answered does not speak problem+json; the status says enough.
        }
        return "HTTP " + failure.getStatusCode().value();
    }
}
