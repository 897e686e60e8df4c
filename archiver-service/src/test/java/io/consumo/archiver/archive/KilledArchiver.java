package io.consumo.archiver.archive;

import com.github.luben.zstd.Zstd;
import io.consumo.archiver.ArchiverApplication;
import io.consumo.archiver.files.ArchiveStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The archiver in a process of its own that ends, as if killed, right after a step that leaves a trace. A step
 * is named, not numbered, since the consumer decides how often some of them are taken: {@code seal 2},
 * {@code put r1.parquet 1}: what was done, and for which time in this process.
 */
final class KilledArchiver {

    private static final int KILLED = 137;
    private static final String FULL = "full ";

    /** A day waits as long as months have not followed, which a consumer that always writes makes likely. */
    private static final int MOST_RUNS = 100;

    /** Steps of the store and of the ledger that change something. */
    private static final Set<String> STEPS =
            Set.of("put", "delete", "seal", "exported", "verified", "drop", "dropped", "revised", "changed", "clear");

    /** The revision and the kind of a file, without the hash of what is in it. */
    private static final Pattern FILE = Pattern.compile(".*/(r\\d+)-.*(\\.parquet)|.*/_(manifest)\\.json");

    private static final List<String> STEPS_TAKEN = new CopyOnWriteArrayList<>();
    private static String killAt = "";

    private KilledArchiver() {}

    /** Arguments: the step ({@code never}, if none; {@code full 5000}: no file can grow beyond), then Spring's. */
    public static void main(String[] args) throws IOException, InterruptedException {
        killAt = args[0];
        try (ConfigurableApplicationContext context = archiver(List.of(args).subList(1, args.length))) {
            if (killAt.startsWith(FULL)) {
                limitFiles(killAt.substring(FULL.length()));
                System.out.println(context.getBean(ArchiveDays.class).run("test"));
                return;
            }
            for (int run = 0; run < MOST_RUNS; run++) {
                System.out.println(context.getBean(ArchiveDays.class).run("test"));
            }
        }
    }

    /** The system refuses to write more in the midst of a file, also to root. */
    private static void limitFiles(String bytes) throws IOException, InterruptedException {
        Zstd.compress(new byte[] {1});
        Process limit = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        String.valueOf(ProcessHandle.current().pid()),
                        "--fsize=" + bytes)
                .inheritIO()
                .start();
        if (limit.waitFor() != 0) {
            throw new IllegalStateException("prlimit: " + limit.exitValue());
        }
    }

    /** The archiver in this process, which nobody kills. */
    static ConfigurableApplicationContext archiver(List<String> settings) {
        return new SpringApplication(ArchiverApplication.class, Killers.class).run(settings.toArray(String[]::new));
    }

    /** The steps that were taken in this process since {@link #forgetSteps}. */
    static List<String> steps() {
        return List.copyOf(STEPS_TAKEN);
    }

    static void forgetSteps() {
        STEPS_TAKEN.clear();
    }

    static class Killers {
        @Bean
        static BeanPostProcessor killer() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof ArchiveStore store) {
                        return killing(ArchiveStore.class, store);
                    }
                    return bean instanceof ArchiverLease lease ? killing(lease) : bean;
                }
            };
        }

        private static ArchiverLease killing(ArchiverLease lease) {
            return new ArchiverLease() {
                @Override
                public <T> T exclusively(Function<Held, T> work) {
                    return lease.exclusively(held -> work.apply(
                            new Held(killing(DayLedger.class, held.days()), killing(LateReadings.class, held.late()))));
                }
            };
        }

        private static <T> T killing(Class<T> type, T target) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(target, arguments);
                            if (STEPS.contains(method.getName())) {
                                taken((method.getName() + " " + target(arguments[0])).strip());
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private static String target(Object argument) {
            if (!(argument instanceof String path)) {
                return "";
            }
            Matcher file = FILE.matcher(path);
            return file.matches()
                    ? Stream.of(file.group(1), file.group(2), file.group(3))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining())
                    : path;
        }

        private static synchronized void taken(String step) {
            long times = 1
                    + STEPS_TAKEN.stream()
                            .filter(taken -> taken.startsWith(step + " "))
                            .count();
            String numbered = step + " " + times;
            STEPS_TAKEN.add(numbered);
            if (numbered.equals(killAt)) {
                System.out.println("KILLED after " + numbered);
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
