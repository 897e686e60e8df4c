package io.consumo.dashboard.backend;

import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The archive: what it holds, what was done, and what is to be done. */
@Component
public class ArchiveClient {

    private static final int MOST_DAYS = 500;

    private final ApiHttp api;

    ArchiveClient(ApiHttp api) {
        this.api = api;
    }

    public ArchiveSummary summary(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/archive/summary");
    }

    /** The newest archived days. */
    public List<ArchiveDay> days(Caller caller) {
        return api.get(
                        caller,
                        new ParameterizedTypeReference<Page<ArchiveDay>>() {},
                        "/archive/days?size={size}",
                        MOST_DAYS)
                .content();
    }

    public List<LateDay> late(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/archive/late");
    }

    public List<HeldClient> holds(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/archive/holds");
    }

    public List<ArchiveRestore> restores(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/archive/restores");
    }

    /**
     * The audit, newest first.
     *
     * @param kind only such operations, all when null
     */
    public Page<ArchiveOperation> operations(Caller caller, @Nullable String kind, int size) {
        return kind == null
                ? api.get(caller, new ParameterizedTypeReference<>() {}, "/archive/operations?size={size}", size)
                : api.get(
                        caller,
                        new ParameterizedTypeReference<>() {},
                        "/archive/operations?size={size}&kind={kind}",
                        size,
                        kind);
    }

    /** An operation, running or over. */
    public ArchiveRun run(Caller caller, String id) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/archive/runs/{id}", id);
    }

    /** Archives what is due. */
    public ArchiveRun archive(Caller caller) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, Map.of(), "/archive/runs");
    }

    /** Reads all files back. */
    public ArchiveRun verify(Caller caller) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, Map.of(), "/archive/verifications");
    }

    public RestorePreview preview(Caller caller, RestoreRequest request) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, request, "/archive/restores/preview");
    }

    public ArchiveRun restore(Caller caller, RestoreRequest request) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, request, "/archive/restores");
    }

    public void release(Caller caller, String restoreId) {
        api.delete(caller, "/archive/restores/{id}", restoreId);
    }
}
