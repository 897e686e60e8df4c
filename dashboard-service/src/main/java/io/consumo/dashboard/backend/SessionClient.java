package io.consumo.dashboard.backend;

import io.consumo.model.api.Session;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Opens and ends sessions. */
@Component
public class SessionClient {

    private final ApiHttp api;

    SessionClient(ApiHttp api) {
        this.api = api;
    }

    /** @throws BackendFailure unauthorised for a wrong name or password, throttled after too many of them */
    public Session open(String username, String password) {
        return api.postAs(username, password, new ParameterizedTypeReference<>() {}, "/session");
    }

    public void end(Caller caller) {
        api.delete(caller, "/session");
    }
}
