package io.consumo.api.access;

import io.consumo.model.api.Session.Role;

/** Somebody who proved to be a user. */
public record Login(String username, Role role) {}
