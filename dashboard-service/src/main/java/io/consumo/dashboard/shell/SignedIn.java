package io.consumo.dashboard.shell;

import io.consumo.model.api.Session;
import java.io.Serializable;
import java.security.Principal;

/** Who is logged in, with the bearer token that the API gave for it. */
public record SignedIn(String username, Session.Role role, String token) implements Principal, Serializable {

    @Override
    public String getName() {
        return username;
    }

    @Override
    public String toString() {
        return username;
    }
}
