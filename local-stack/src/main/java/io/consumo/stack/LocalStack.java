package io.consumo.stack;

import java.io.IOException;
import java.io.OutputStream;

/** Runs one store in this process: {@code LocalStack kafka|postgres|mongo [--throwaway | --attached]}. */
public final class LocalStack {

    /** Begins the line that tells the address, once the store answers. */
    static final String READY = "READY ";

    static final String THROWAWAY = "--throwaway";
    static final String ATTACHED = "--attached";

    /** Throw-away stores are containers then. */
    private static final String DOCKER = "docker";

    private LocalStack() {}

    public static void main(String[] args) throws IOException {
        String name = args[0];
        StoreSettings settings = settings(name, args.length > 1 ? args[1] : "");
        Store store = store(name, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store, settings)));
        System.out.println(READY + store.start());
        if (settings.attached()) {
            awaitEndOfInput();
            System.exit(0);
        }
    }

    private static StoreSettings settings(String name, String option) throws IOException {
        return switch (option) {
            case THROWAWAY -> StoreSettings.throwaway(name);
            case ATTACHED -> StoreSettings.installed(name, System.getenv()).attachedToStarter();
            case "" -> StoreSettings.installed(name, System.getenv());
            default -> throw new IllegalArgumentException("No store is run as " + option);
        };
    }

    private static Store store(String name, StoreSettings settings) throws IOException {
        boolean inContainer = settings.throwaway() && DOCKER.equals(System.getenv("CONSUMO_TEST_STORES"));
        return switch (name) {
            case "kafka" -> inContainer ? ContainerStore.kafka(settings) : new KafkaStore(settings);
            case "postgres" -> inContainer ? ContainerStore.postgres(settings) : new PostgresStore(settings);
            case "mongo" -> inContainer ? ContainerStore.mongo(settings) : new MongoStore(settings);
            default -> throw new IllegalArgumentException("No store is called " + name);
        };
    }

    /** Whoever started an attached store holds the other end of its input; it closes however that process ends. */
    private static void awaitEndOfInput() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void stop(Store store, StoreSettings settings) {
        try {
            store.stop();
            if (settings.throwaway()) {
                Folders.delete(settings.data());
            }
        } catch (IOException e) {
            System.err.println("Could not stop cleanly: " + e);
        }
    }
}
