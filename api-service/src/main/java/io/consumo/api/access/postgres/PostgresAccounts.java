package io.consumo.api.access.postgres;

import io.consumo.api.access.Account;
import io.consumo.api.access.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PostgresAccounts implements Accounts {

    private final AccountRepository rows;

    PostgresAccounts(AccountRepository rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Account> find(String username) {
        // PostgreSQL takes none that has it, not even to look for it.
        if (username.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return rows.findById(username).map(AccountRow::account);
    }

    @Override
    public void save(Account account) {
        rows.save(new AccountRow(account));
    }
}
