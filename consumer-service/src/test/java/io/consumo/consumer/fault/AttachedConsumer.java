package io.consumo.consumer.fault;

import io.consumo.consumer.ConsumerApplication;
import java.io.IOException;
import java.io.OutputStream;

/** The service in a process of its own that ends with the test that started it. */
final class AttachedConsumer {

    private AttachedConsumer() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(AttachedConsumer::endWithTheStarter);
        ConsumerApplication.main(args);
    }

    /** Whoever started this holds the other end of the input; it closes however that process ends. */
    private static void endWithTheStarter() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The input broke off: " + e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
