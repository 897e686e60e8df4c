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

    private static final int TERMINATED = 143;

    public static void main(String[] args) {
        // As long as it waits for its stores nothing is under way for which an end would have to wait.
        Thread endAtOnce = new Thread(() -> Runtime.getRuntime().halt(TERMINATED));
        Runtime.getRuntime().addShutdownHook(endAtOnce);
        try {
            SpringApplication.run(ConsumerApplication.class, args);
        } finally {
            boolean unused = Runtime.getRuntime().removeShutdownHook(endAtOnce);
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
