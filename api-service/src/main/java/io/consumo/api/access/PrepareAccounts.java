package io.consumo.api.access;

import io.consumo.model.api.Session.Role;
import io.consumo.service.start.PatientStart;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Before the port opens, makes one user of each role, with the password that the settings name now. */
@Component
class PrepareAccounts implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PrepareAccounts.class);

    private final Accounts accounts;
    private final Tokens tokens;
    private final PasswordEncoder encoder;
    private final AccessProperties settings;
    private final DemoPasswords demoPasswords;
    private final PatientStart start;

    PrepareAccounts(
            Accounts accounts,
            Tokens tokens,
            PasswordEncoder encoder,
            AccessProperties settings,
            DemoPasswords demoPasswords,
            PatientStart start) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.encoder = encoder;
        this.settings = settings;
        this.demoPasswords = demoPasswords;
        this.start = start;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Role role : Role.values()) {
            start.run(() -> prepare(role));
        }
        if (demoPasswords.inForce()) {
            LOG.warn("The demo password is in force; set CONSUMO_VIEWER_PASSWORD, CONSUMO_ANALYST_PASSWORD and"
                    + " CONSUMO_OPERATOR_PASSWORD before others can reach this machine");
        }
    }

    private void prepare(Role role) {
        String username = role.name().toLowerCase(Locale.ROOT);
        String password = settings.passwordOf(role);
        Optional<Account> known = accounts.find(username);
        if (known.isPresent() && encoder.matches(password, known.get().passwordHash())) {
            return;
        }
        accounts.save(new Account(username, Objects.requireNonNull(encoder.encode(password)), role));
        // Whoever logged in with the password before must do so again.
        tokens.deleteAllOf(username);
    }
}
