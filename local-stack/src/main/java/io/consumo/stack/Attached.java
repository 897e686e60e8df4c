package io.consumo.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A program that ends with the process that started it, in whatever way that ends: {@code Attached MAIN_CLASS ...}. */
final class Attached {

    private Attached() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(Attached::endWithTheStarter);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
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
