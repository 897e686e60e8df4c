package io.consumo.api.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class InMemoryAccounts implements Accounts {

    private final Map<String, Account> accounts = new HashMap<>();

    @Override
    public Optional<Account> find(String username) {
        return Optional.ofNullable(accounts.get(username));
    }

    @Override
    public void save(Account account) {
        accounts.put(account.username(), account);
    }
}
