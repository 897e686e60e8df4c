package io.consumo.api.rules.web;

import io.consumo.api.access.Login;
import io.consumo.api.rules.DecideClients;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientException;
import io.consumo.model.api.Rebaseline;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients/{id}")
@Tag(name = "Clients")
class ClientWorkController {

    private final DecideClients decide;

    ClientWorkController(DecideClients decide) {
        this.decide = decide;
    }

    @GetMapping("/baseline")
    @Operation(
            operationId = "getBaseline",
            summary = "What is normal for a client",
            description = "The usual kWh of each hour of weekdays and weekends, with the band of normal around it.")
    ClientBaseline baseline(@Parameter(description = "The client", example = "C-000042") @PathVariable String id) {
        return decide.baseline(id);
    }

    @PostMapping("/rebaseline")
    @Operation(
            operationId = "rebaselineClient",
            summary = "Let a client's normal begin anew",
            description = "After a legitimate change: what was before it no longer counts, and the client's days are"
                    + " judged again. Needs the role ANALYST.")
    Rebaseline rebaseline(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @RequestBody Rebaseline request,
            @Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        return decide.rebaseline(id, request, login.username());
    }

    @GetMapping("/rebaseline")
    @Operation(
            operationId = "getRebaseline",
            summary = "Since when a client's normal began anew",
            description = "404 when all its days tell it.")
    Rebaseline rebaselined(@Parameter(description = "The client", example = "C-000042") @PathVariable String id) {
        return decide.rebaseline(id);
    }

    @DeleteMapping("/rebaseline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endRebaseline",
            summary = "Take a client's new normal back",
            description = "All its days tell again what is normal, and they are judged again. Needs the role ANALYST.")
    void endRebaseline(@Parameter(description = "The client", example = "C-000042") @PathVariable String id) {
        decide.endRebaseline(id);
    }

    @GetMapping("/exception")
    @Operation(
            operationId = "getException",
            summary = "What raises no case of a client",
            description = "404 when it raises cases like any other.")
    ClientException exception(@Parameter(description = "The client", example = "C-000042") @PathVariable String id) {
        return decide.exception(id);
    }

    @PutMapping("/exception")
    @Operation(
            operationId = "setException",
            summary = "Except a client",
            description = "From cases of the types, or of all types when none is named. Needs the role ANALYST.")
    ClientException except(
            @Parameter(description = "The client", example = "C-000042") @PathVariable String id,
            @RequestBody ClientException request,
            @Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        return decide.except(id, request, login.username());
    }

    @DeleteMapping("/exception")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endException",
            summary = "End a client's exception",
            description = "It raises cases again like any other. Needs the role ANALYST.")
    void endException(@Parameter(description = "The client", example = "C-000042") @PathVariable String id) {
        decide.endException(id);
    }
}
