package io.consumo.api.archive.client;

import io.consumo.api.archive.Archiver;
import io.consumo.api.archive.ArchiverAway;
import io.consumo.api.archive.ArchiverProperties;
import io.consumo.api.archive.ArchiverRefused;
import io.consumo.api.archive.OperationFilter;
import io.consumo.api.consumption.OlderDays;
import io.consumo.api.overview.ServiceHttp;
import io.consumo.api.request.DayRange;
import io.consumo.api.request.Paging;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.ArchiveRunRequest;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.api.VerificationRequest;
import io.consumo.model.store.FoundDay;
import io.consumo.model.store.StoredDay;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.util.UriBuilder;

/** Asks the archiver over internal HTTP. */
@Component
class HttpArchiver implements Archiver, OlderDays {

    private static final String USER = "X-Consumo-User";
    private static final String ROOT = "/internal/archive";
    private static final String RESTORES = "/internal/restores";

    private final RestClient http;

    HttpArchiver(ServiceHttp services, ArchiverProperties archiver) {
        this.http = services.to("archiver", archiver.timeout(), ArchiverRefused::new);
    }

    @Override
    public List<FoundDay> ofClient(String clientId, DayRange range) {
        return get(
                uri -> uri.path("/internal/history")
                        .queryParam("client", "{client}")
                        .queryParam("from", range.from())
                        .queryParam("to", range.to())
                        .build(clientId),
                new ParameterizedTypeReference<>() {});
    }

    @Override
    public ArchiveSummary summary() {
        return get(uri -> uri.path(ROOT + "/summary").build(), new ParameterizedTypeReference<>() {});
    }

    @Override
    public Page<ArchiveDay> days(Paging paging) {
        return get(uri -> paged(uri.path(ROOT + "/days"), paging).build(), new ParameterizedTypeReference<>() {});
    }

    @Override
    public Page<StoredDay> day(LocalDate day, Paging paging) {
        return get(
                uri -> paged(uri.path(ROOT + "/days/{day}"), paging).build(day), new ParameterizedTypeReference<>() {});
    }

    @Override
    public Page<ArchiveOperation> operations(OperationFilter filter, Paging paging) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("kind", filter.kind());
        asked.put("who", filter.who());
        asked.put("result", filter.result());
        asked.put("from", filter.from());
        asked.put("to", filter.to());
        asked.values().removeIf(Objects::isNull);
        return get(
                uri -> {
                    UriBuilder all = paged(uri.path(ROOT + "/operations"), paging);
                    // As variables: what somebody asks for may look like one.
                    asked.keySet().forEach(name -> all.queryParam(name, "{" + name + "}"));
                    return all.build(asked);
                },
                new ParameterizedTypeReference<>() {});
    }

    @Override
    public List<LateDay> late() {
        return get(uri -> uri.path(ROOT + "/late").build(), new ParameterizedTypeReference<>() {});
    }

    @Override
    public List<HeldClient> holds() {
        return get(uri -> uri.path(ROOT + "/holds").build(), new ParameterizedTypeReference<>() {});
    }

    @Override
    public ArchiveRun archive(ArchiveRunRequest request, String user) {
        return answer(
                http.post()
                        .uri(uri -> uri.path(ROOT + "/runs")
                                .queryParamIfPresent("olderThan", Optional.ofNullable(request.olderThan()))
                                .build())
                        .header(USER, user),
                new ParameterizedTypeReference<>() {});
    }

    @Override
    public ArchiveRun verify(VerificationRequest request, String user) {
        return answer(
                http.post()
                        .uri(uri -> uri.path(ROOT + "/verifications")
                                .queryParamIfPresent("from", Optional.ofNullable(request.from()))
                                .queryParamIfPresent("to", Optional.ofNullable(request.to()))
                                .build())
                        .header(USER, user),
                new ParameterizedTypeReference<>() {});
    }

    @Override
    public ArchiveRun run(String id) {
        return get(uri -> uri.path(ROOT + "/runs/{id}").build(id), new ParameterizedTypeReference<>() {});
    }

    @Override
    public RestorePreview preview(RestoreRequest request) {
        return answer(
                http.post()
                        .uri(RESTORES + "/preview")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(request),
                new ParameterizedTypeReference<>() {});
    }

    @Override
    public ArchiveRun restore(RestoreRequest request, String user) {
        return answer(
                http.post()
                        .uri(RESTORES)
                        .header(USER, user)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(request),
                new ParameterizedTypeReference<>() {});
    }

    @Override
    public List<ArchiveRestore> restores() {
        return get(uri -> uri.path(RESTORES).build(), new ParameterizedTypeReference<>() {});
    }

    @Override
    public void release(String id, String user) {
        try {
            http.delete()
                    .uri(RESTORES + "/{id}", id)
                    .header(USER, user)
                    .retrieve()
                    .toBodilessEntity();
        } catch (ResourceAccessException e) {
            throw new ArchiverAway(e);
        }
    }

    private static UriBuilder paged(UriBuilder uri, Paging paging) {
        return uri.queryParam("page", paging.number()).queryParam("size", paging.limit());
    }

    private <T> T get(Function<UriBuilder, URI> uri, ParameterizedTypeReference<T> type) {
        return answer(http.get().uri(uri), type);
    }

    private static <T> T answer(RequestHeadersSpec<?> request, ParameterizedTypeReference<T> type) {
        try {
            return Objects.requireNonNull(request.retrieve().body(type));
        } catch (ResourceAccessException e) {
            throw new ArchiverAway(e);
        }
    }
}
