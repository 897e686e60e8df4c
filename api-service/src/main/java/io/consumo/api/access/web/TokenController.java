package io.consumo.api.access.web;

import io.consumo.api.access.ApiTokens;
import io.consumo.api.access.Login;
import io.consumo.api.request.Unknown;
import io.consumo.model.api.ApiToken;
import io.consumo.model.api.ApiTokenRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Administration")
class TokenController {

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(
            operationId = "listTokens",
            summary = "Tokens of other systems",
            description = "Newest first. Needs the role OPERATOR.")
    List<ApiToken> list() {
        return tokens.list();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createToken",
            summary = "Make a token",
            description = "The answer shows it once; only its hash is kept. Needs the role OPERATOR.")
    ApiToken create(
            @RequestBody ApiTokenRequest request, @Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        return tokens.create(request, login.username());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeToken",
            summary = "Take a token back",
            description = "At once. Needs the role OPERATOR.")
    void revoke(@Parameter(description = "The token's id", example = "1") @PathVariable String id) {
        if (!tokens.revoke(id)) {
            throw new Unknown(Unknown.Thing.TOKEN, id);
        }
    }
}
