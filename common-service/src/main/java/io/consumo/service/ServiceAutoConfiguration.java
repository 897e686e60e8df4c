package io.consumo.service;

import io.consumo.service.access.InternalSecret;
import io.consumo.service.access.SecretFilter;
import io.consumo.service.correlation.CorrelationFilter;
import io.consumo.service.correlation.PassCorrelationOn;
import io.consumo.service.request.RefuseUnreadable;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Gives every service what all have in common, without being asked. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(InternalSecret.class)
public final class ServiceAutoConfiguration {

    private static final String LOGINS = "org.springframework.security.web.SecurityFilterChain";
    private static final int BEFORE_LOGINS = -1_000;

    @Bean
    static FilterRegistrationBean<CorrelationFilter> correlation() {
        FilterRegistrationBean<CorrelationFilter> filter = new FilterRegistrationBean<>(new CorrelationFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    @ConditionalOnMissingClass(LOGINS)
    static FilterRegistrationBean<SecretFilter> secretForAll(InternalSecret secret) {
        FilterRegistrationBean<SecretFilter> filter = new FilterRegistrationBean<>(new SecretFilter(secret));
        filter.setOrder(BEFORE_LOGINS);
        return filter;
    }

    /** A service with logins of its own lets those to this path without one; the server itself matches it, decoded. */
    @Bean
    @ConditionalOnClass(name = LOGINS)
    static FilterRegistrationBean<SecretFilter> secretForMetrics(InternalSecret secret) {
        FilterRegistrationBean<SecretFilter> filter = new FilterRegistrationBean<>(new SecretFilter(secret));
        filter.addUrlPatterns("/actuator/*");
        filter.setOrder(BEFORE_LOGINS);
        return filter;
    }

    @Bean
    static FilterRegistrationBean<RefuseUnreadable> unreadable() {
        FilterRegistrationBean<RefuseUnreadable> filter = new FilterRegistrationBean<>(new RefuseUnreadable());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(BEFORE_LOGINS + 1);
        return filter;
    }

    /** A service that is told to stop waits no longer for Kafka: what it has not confirmed, nobody was told to be taken. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DefaultKafkaProducerFactoryCustomizer.class)
    static class Senders {

        /** Of the ten that Docker grants. */
        private static final int LONGEST_CLOSE_SECONDS = 1;

        @Bean
        DefaultKafkaProducerFactoryCustomizer endInTime() {
            return factory -> factory.setPhysicalCloseTimeout(LONGEST_CLOSE_SECONDS);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestClientCustomizer.class)
    static class Clients {

        @Bean
        RestClientCustomizer passCorrelationOn() {
            return builder -> builder.requestInterceptor(new PassCorrelationOn());
        }
    }
}
