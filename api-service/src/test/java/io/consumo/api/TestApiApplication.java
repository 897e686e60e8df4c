package io.consumo.api;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs the API on throw-away stores, empty but for what the producer and the consumer make at first start. */
final class TestApiApplication {

    private TestApiApplication() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ApiApplication.class)
                .initializers(new ApiStores())
                .run(arguments);
    }
}
