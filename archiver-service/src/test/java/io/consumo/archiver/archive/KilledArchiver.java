package io.consumo.archiver.archive;

import io.consumo.archiver.ArchiverApplication;
import io.consumo.archiver.files.ArchiveStore;
import io.consumo.archiver.files.domain.Manifest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The archiver in a process of its own that ends, as if killed, right after the n-th step that leaves a
 * trace.
 */
final class KilledArchiver {

    private static final int KILLED = 137;

    /** A day waits as long as months have not followed, which a consumer that always writes makes likely. */
    private static final int MOST_RUNS = 100;

    /** Steps of the store and of the ledger that change something. */
    private static final Set<String> STEPS =
            Set.of("put", "delete", "seal", "exported", "verified", "drop", "dropped", "revised", "changed", "clear");

    private static final AtomicInteger STEPS_TAKEN = new AtomicInteger();
    private static int killAt;

    private KilledArchiver() {}

    /** Arguments: the number of the step (0: never), then Spring's. */
    public static void main(String[] args) {
        killAt = Integer.parseInt(args[0]);
        try (ConfigurableApplicationContext context = archiver(List.of(args).subList(1, args.length))) {
            for (int run = 0; run < MOST_RUNS; run++) {
                System.out.println(context.getBean(ArchiveDays.class).run("test"));
            }
        }
    }

    /** The archiver in this process, which nobody kills. */
    static ConfigurableApplicationContext archiver(List<String> settings) {
        return new SpringApplication(ArchiverApplication.class, Killers.class).run(settings.toArray(String[]::new));
    }

    /** How many steps were taken in this process. */
    static int steps() {
        return STEPS_TAKEN.get();
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
                        boolean step = STEPS.contains(method.getName());
                        int number = step ? STEPS_TAKEN.incrementAndGet() : 0;
                        try {
                            Object result = method.invoke(target, arguments);
                            if (step && number == killAt) {
                                kill(method.getName(), arguments);
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private static void kill(String step, Object[] arguments) {
            System.out.println("KILLED after " + step + " "
                    + (arguments[0] instanceof Manifest manifest ? manifest.day() : arguments[0]));
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
