package io.consumo.stack.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The seeds that a suite is run with: {@code -Dconsumo.seeds=N -Dconsumo.seeds.from=SEED}. With
 * {@code -Dconsumo.seeds.log=FILE} each one that passes is written there under {@code -Dconsumo.seeds.version}, and is not
 * run again for this version.
 */
public final class Seeds {

    private Seeds() {}

    /**
     * Those that are wanted and have not passed yet.
     *
     * @param usual how many, where nothing else is said
     */
    public static LongStream of(Class<?> suite, int usual) throws IOException {
        long from = Long.getLong("consumo.seeds.from", 1);
        Set<Long> passed = passed(suite);
        return LongStream.range(from, from + Long.getLong("consumo.seeds", usual))
                .filter(seed -> !passed.contains(seed));
    }

    /**
     * Runs the suite with one seed.
     *
     * @param test returns what it has to tell of a success
     * @throws AssertionError with the command that does the same again
     */
    public static void run(Class<?> suite, long seed, Callable<String> test) throws IOException {
        Instant begun = Instant.now();
        try {
            String told = test.call();
            log("%s %s %d passed in %d s at %s: %s%n"
                    .formatted(
                            version(),
                            suite.getSimpleName(),
                            seed,
                            Duration.between(begun, Instant.now()).toSeconds(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS),
                            told));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "seed %d failed, again with: ./test.sh --faults --from %d --seeds 1: %s".formatted(seed, seed, e),
                    e);
        }
    }

    private static Set<Long> passed(Class<?> suite) throws IOException {
        Path file = file();
        if (file == null || !Files.exists(file)) {
            return Set.of();
        }
        String begin = version() + " " + suite.getSimpleName() + " ";
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> Long.valueOf(line.substring(begin.length()).split(" ", 2)[0]))
                .collect(Collectors.toSet());
    }

    private static void log(String line) throws IOException {
        System.out.print(line);
        Path file = file();
        if (file != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String version() {
        return System.getProperty("consumo.seeds.version", "-");
    }

    private static @Nullable Path file() {
        String file = System.getProperty("consumo.seeds.log");
        return file == null ? null : Path.of(file);
    }
}
