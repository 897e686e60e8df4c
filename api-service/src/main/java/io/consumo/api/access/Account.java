package io.consumo.api.access;

import io.consumo.model.api.Session.Role;

/** A user who may log in. */
public record Account(String username, String passwordHash, Role role) {

    @Override
    public String toString() {
        return username + " (" + role + ")";
    }
}
