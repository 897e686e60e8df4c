package io.consumo.api.limit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Load is limited before logins, which cost most, and after the headers, which no answer goes without. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    Customizer<HttpSecurity> loadLimited(LimitLoad load) {
        return http -> http.addFilterAfter(load, HeaderWriterFilter.class);
    }
}
