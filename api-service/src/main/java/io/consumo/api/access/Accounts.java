package io.consumo.api.access;

import java.util.Optional;

/** The users. */
public interface Accounts {

    Optional<Account> find(String username);

    void save(Account account);
}
