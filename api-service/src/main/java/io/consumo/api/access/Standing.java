package io.consumo.api.access;

import org.springframework.security.core.Authentication;

/** Whether a login still stands; for what goes on after its request was let in. */
@FunctionalInterface
public interface Standing {

    /** False once the password, token or session is known to be good no longer; asks the store now and then. */
    boolean isGood();

    /** Of what {@link Authenticate} has let in. */
    static Standing of(Authentication authentication) {
        if (authentication.getDetails() instanceof Standing standing) {
            return standing;
        }
        throw new IllegalArgumentException("not a login of ours");
    }
}
