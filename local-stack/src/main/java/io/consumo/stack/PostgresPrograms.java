package io.consumo.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs.
 *
 * @param folder where what they say is kept
 */
record PostgresPrograms(Path folder, Unprivileged user) {

    private static final int LINES_TOLD = 15;

    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(PostgresBinaries.unpackedIn(ClassPath.beside("postgres-15"))
                .resolve(program)
                .toString());
        command.addAll(arguments);
        Path said = folder.resolve(program + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        program + " failed:\n" + lastLines(said) + lastLines(folder.resolve("server.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private static String lastLines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LINES_TOLD), all.size())) + "\n";
        }
    }
}
