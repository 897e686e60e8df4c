package io.consumo.dashboard.shell;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.SessionClient;
import io.consumo.dashboard.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Nothing without a login but the login itself, its looks, and the health. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    /** Metrics are opened by the internal secret, before this chain. */
    private static final String[] OPEN = {
        "/health",
        "/actuator/**",
        "/webjars/echarts/**",
        "/consumo.css",
        "/icons.css",
        "/consumo.js",
        "/favicon.svg",
        "/favicon.ico"
    };

    /** Null is what the cache takes for no mark, though its signature does not say so. */
    @Bean
    @SuppressWarnings("NullAway")
    SecurityFilterChain security(HttpSecurity http, SessionClient sessions, VaadinDefaultRequestCache deepLinks) {
        deepLinks.setDelegateRequestCache(withoutMark(new HttpSessionRequestCache()));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll());
        http.with(vaadin(), pages -> pages.loginView(LoginView.class)
                .addLogoutHandler((request, response, authentication) -> end(sessions, authentication)));
        http.formLogin(form -> form.failureHandler((request, response, failure) ->
                response.sendRedirect(request.getContextPath() + "/login?" + LoginView.FAILURE + "=" + name(failure))));
        return http.build();
    }

    /**
     * An encoded percent sign stands in ids of clients. Semicolons do, too, but what follows one is left out of the path
     * by the server and not by the rules above, so that a page could be taken for an open one.
     */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    /** Back to the very address that was asked for; null stands for no mark, though it is not declared so. */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache withoutMark(HttpSessionRequestCache requests) {
        requests.setMatchingRequestParameterName(null);
        return requests;
    }

    private static LoginFailure name(AuthenticationException failure) {
        return switch (failure) {
            case LockedException _ -> LoginFailure.THROTTLED;
            case AuthenticationServiceException _ -> LoginFailure.UNREACHABLE;
            default -> LoginFailure.CREDENTIALS;
        };
    }

    private static void end(SessionClient sessions, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            try {
                sessions.end(new Caller(signedIn.token(), Texts.ENGLISH));
            } catch (BackendFailure failure) {
                LOG.info("the API could not end the session of {}, it will expire: {}", signedIn, failure.getMessage());
            }
        }
    }
}
