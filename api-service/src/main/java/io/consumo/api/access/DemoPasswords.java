package io.consumo.api.access;

import io.consumo.model.api.Session.Role;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Whether anybody can still log in with the password that everybody knows. */
@Component
public class DemoPasswords {

    private final AccessProperties settings;

    DemoPasswords(AccessProperties settings) {
        this.settings = settings;
    }

    public boolean inForce() {
        return Arrays.stream(Role.values())
                .anyMatch(role -> settings.passwordOf(role).equals(settings.demoPassword()));
    }
}
