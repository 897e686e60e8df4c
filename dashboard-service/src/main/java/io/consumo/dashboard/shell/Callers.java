package io.consumo.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.Caller;
import org.springframework.stereotype.Component;

/** Knows on whose behalf the page in hand asks the API. */
@Component
public class Callers {

    private final AuthenticationContext authentication;

    Callers(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    public SignedIn signedIn() {
        return authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow(() -> new BackendFailure(BackendFailure.Kind.UNAUTHORISED, "nobody is logged in"));
    }

    /** Only in a page's own thread; the answer may be taken along to others. */
    public Caller current() {
        return new Caller(signedIn().token(), UI.getCurrentOrThrow().getLocale());
    }
}
