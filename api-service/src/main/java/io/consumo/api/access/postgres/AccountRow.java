package io.consumo.api.access.postgres;

import io.consumo.api.access.Account;
import io.consumo.model.api.Session.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "account")
class AccountRow {

    @Id
    private String username;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AccountRow() {}

    AccountRow(Account account) {
        username = account.username();
        passwordHash = account.passwordHash();
        role = account.role();
    }

    Account account() {
        return new Account(username, passwordHash, role);
    }
}
