package io.consumo.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** PostgreSQL refuses to run as root, so root starts it in a user namespace in which it is nobody. */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private Unprivileged() {}

    /** What to put before the command; nothing for an ordinary user. */
    static List<String> prefix() throws IOException {
        return userId(List.of("id", "-u")).equals("0") ? NAMESPACE : List.of();
    }

    private static String userId(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
}
