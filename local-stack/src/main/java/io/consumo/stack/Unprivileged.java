package io.consumo.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. So root starts it in a user namespace in which it is nobody, or where containers
 * forbid that, as the real nobody, who then owns the files.
 *
 * @param prefix what to put before the command
 * @param owner user id that the files are given to; 0 when they can stay root's
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    static Unprivileged ofThisUser() throws IOException {
        if (!userId().equals("0")) {
            return new Unprivileged(List.of(), 0);
        }
        return allowsNamespaces() ? new Unprivileged(NAMESPACE, 0) : new Unprivileged(AS_NOBODY, NOBODY);
    }

    void own(Path path) throws IOException {
        if (owner != 0) {
            Files.setAttribute(path, "unix:uid", owner);
        }
    }

    private static String userId() throws IOException {
        Process process = new ProcessBuilder("id", "-u").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }

    private static boolean allowsNamespaces() {
        try {
            Process process = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
