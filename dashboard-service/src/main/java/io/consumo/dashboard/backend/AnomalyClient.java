package io.consumo.dashboard.backend;

import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Page;
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
}
