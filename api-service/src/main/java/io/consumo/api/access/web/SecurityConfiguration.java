package io.consumo.api.access.web;

import io.consumo.api.access.AccessProperties;
import io.consumo.api.access.Authenticate;
import io.consumo.api.audit.AuditLog;
import io.consumo.model.api.Session.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Who may do what. There is no session and no cookie, and what changes anything takes JSON only, which another site's
 * form cannot send; so there is no CSRF token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final HandlerExceptionResolver problems;

    SecurityConfiguration(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Bean
    PasswordEncoder passwordEncoder(AccessProperties settings) {
        return new BCryptPasswordEncoder(settings.hashStrength());
    }

    @Bean
    RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.OPERATOR.name())
                .implies(Role.ANALYST.name())
                .role(Role.ANALYST.name())
                .implies(Role.VIEWER.name())
                .build();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Authenticate authenticate, AuditLog audit, Clock clock)
            throws Exception {
        AuthenticationFilter credentials = new AuthenticationFilter(authenticate, new CredentialsConverter());
        credentials.setSuccessHandler((request, response, authentication) -> {});
        credentials.setFailureHandler(this::refuse);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/api/v1/health",
                                "/docs",
                                "/swagger-ui/**",
                                "/openapi.json",
                                "/openapi.json/**",
                                "/error",
                                // Opened by the internal secret, before this chain.
                                "/actuator/**")
                        .permitAll()
                        // A token must not prolong itself.
                        .requestMatchers(HttpMethod.POST, "/api/v1/session")
                        .hasAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                        .requestMatchers("/api/v1/tokens/**", "/api/v1/audit/**")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.GET)
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers(HttpMethod.HEAD)
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/session")
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers("/api/v1/anomalies/**", "/api/v1/clients/**", "/api/v1/rules/backtest")
                        .hasRole(Role.ANALYST.name())
                        // What is not allowed to others by name is written by operators only.
                        .anyRequest()
                        .hasRole(Role.OPERATOR.name()))
                .addFilterBefore(new AuditRequests(audit, clock), BasicAuthenticationFilter.class)
                .addFilterAt(credentials, BasicAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::refuse)
                        .accessDeniedHandler((request, response, denied) -> problem(request, response, denied)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        if (refused instanceof InternalAuthenticationServiceException
                && refused.getCause() instanceof Exception cause) {
            problem(request, response, cause);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                asksByItself(request) ? "Bearer" : "Basic realm=\"consumo\", charset=\"UTF-8\"");
        problem(request, response, refused);
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, Exception exception) {
        problems.resolveException(request, response, null, exception);
    }

    /** A page's script handles a 401 itself; the browser must not pop up its own dialog. */
    private static boolean asksByItself(HttpServletRequest request) {
        String mode = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Mode"), "navigate");
        return CredentialsConverter.bearer(request) != null
                || request.getHeader("X-Requested-With") != null
                || !mode.equals("navigate");
    }
}
