package io.consumo.producer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of the simulated meters. */
@SpringBootApplication
public class ProducerApplication {

    static void main(String[] arguments) {
        SpringApplication.run(ProducerApplication.class, arguments);
    }
}
