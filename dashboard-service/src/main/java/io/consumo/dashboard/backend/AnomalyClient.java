package io.consumo.dashboard.backend;

import io.consumo.model.api.Anomaly;
import io.consumo.model.api.AnomalyStats;
import io.consumo.model.api.BulkDecision;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.api.CaseHistory;
import io.consumo.model.api.Page;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Cases. */
@Component
public class AnomalyClient {

    private final ApiHttp api;

    AnomalyClient(ApiHttp api) {
        this.api = api;
    }

    /** The cases that wait for somebody, newest first. */
    public List<Anomaly> newest(Caller caller, int size) {
        return page(caller, CaseFilter.OPEN, "openedAt,desc", 0, size).content();
    }

    /**
     * One page of the filtered cases, without their evidence.
     *
     * @param sort a field and asc or desc, such as {@code score,desc}
     */
    public Page<Anomaly> page(Caller caller, CaseFilter filter, String sort, int page, int size) {
        List<Object> values = new ArrayList<>(List.of(sort, page, size));
        String query = filter.query(values);
        return api.get(
                caller,
                new ParameterizedTypeReference<>() {},
                "/anomalies?sort={sort}&page={page}&size={size}" + query,
                values.toArray());
    }

    public Anomaly one(Caller caller, String id) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/anomalies/{id}", id);
    }

    /** Decides one case; answers it as it stands now, with its evidence. */
    public Anomaly decide(Caller caller, String id, CaseDecision decision) {
        return api.patch(caller, new ParameterizedTypeReference<>() {}, decision, "/anomalies/{id}", id);
    }

    /** The same decision for many; each stands for itself. */
    public BulkDecision.Result decideAll(Caller caller, BulkDecision decision) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, decision, "/anomalies/bulk");
    }

    /** Takes the last decision back. */
    public Anomaly undo(Caller caller, String id) {
        return api.trigger(caller, new ParameterizedTypeReference<>() {}, "/anomalies/{id}/undo", id);
    }

    public CaseHistory history(Caller caller, String id) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/anomalies/{id}/history", id);
    }

    /** Cases counted, and how often each rule was right. */
    public AnomalyStats stats(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/anomalies/stats");
    }

    /** All filtered cases as CSV. */
    public void csv(Caller caller, CaseFilter filter, String sort, OutputStream out) {
        List<Object> values = new ArrayList<>(List.of(sort));
        String query = filter.query(values);
        api.copy(caller, out, "/anomalies.csv?sort={sort}" + query, values.toArray());
    }
}
