package io.consumo.dashboard.backend;

import java.util.Locale;

/**
 * On whose behalf the API is asked, and in which language it shall answer.
 *
 * @param token the bearer token of the session
 */
public record Caller(String token, Locale language) {

    @Override
    public String toString() {
        return "Caller[" + language + "]";
    }
}
