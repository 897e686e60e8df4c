package io.consumo.consumer;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Stores readings, and has months and cases follow from them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ConsumerApplication {

    private static final int ENDED_BY_SIGTERM = 143;

    public static void main(String[] args) {
        // Whoever ends a service that waits for a store to start need not wait too; being killed loses nothing.
        Thread endAtOnce = new Thread(() -> Runtime.getRuntime().halt(ENDED_BY_SIGTERM));
        Runtime.getRuntime().addShutdownHook(endAtOnce);
        try {
            SpringApplication.run(ConsumerApplication.class, args);
        } finally {
            Runtime.getRuntime().removeShutdownHook(endAtOnce);
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
