package io.consumo.api.access.web;

import io.consumo.api.access.Login;
import io.consumo.api.access.Sessions;
import io.consumo.model.api.Session;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "Session")
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    @SecurityRequirement(name = "basic")
    @Operation(
            operationId = "openSession",
            summary = "Log in",
            description = "Name and password by HTTP Basic; the answer holds a bearer token for the next 12 hours.")
    Session open(@Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        return sessions.open(login);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = "bearer")
    @Operation(
            operationId = "closeSession",
            summary = "Log out",
            description = "Ends the bearer token that comes with the request.")
    void close(HttpServletRequest request) {
        String token = CredentialsConverter.bearer(request);
        if (token != null) {
            sessions.close(token);
        }
    }
}
