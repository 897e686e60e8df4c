package io.consumo.api.access;

import io.consumo.model.api.Session.Role;
import java.security.Principal;

/** Somebody who proved to be a user. */
public record Login(String username, Role role) implements Principal {

    @Override
    public String getName() {
        return username;
    }
}
