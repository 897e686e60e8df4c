package io.consumo.dashboard.backend;

import io.consumo.model.api.LoadPoint;
import io.consumo.model.api.Overview;
import io.consumo.model.api.PipelinePart;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The figures at a glance and the health of what brings them. */
@Component
public class OverviewClient {

    private final ApiHttp api;

    OverviewClient(ApiHttp api) {
        this.api = api;
    }

    public Overview overview(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/overview");
    }

    /** Clock hours, oldest first; the last one is the current hour. */
    public List<LoadPoint> load(Caller caller, int hours) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/overview/load?hours={hours}", hours);
    }

    /** Whether the API runs; fails where it does not answer. */
    public boolean apiAnswers() {
        return api.answers();
    }

    public List<PipelinePart> pipeline(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/pipeline");
    }
}
