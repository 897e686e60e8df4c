package io.consumo.stack;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** A server that speaks MongoDB's wire protocol. */
final class MongoStore implements Store {

    private final StoreSettings settings;
    private @Nullable MongoServer server;

    MongoStore(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public String start() throws IOException {
        server = new MongoServer(backend());
        server.bind(settings.host(), settings.port());
        return settings.address();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
        }
    }

    private MongoBackend backend() throws IOException {
        if (settings.throwaway()) {
            return new MemoryBackend();
        }
        Files.createDirectories(settings.data());
        return new DurableMongoBackend(settings.data().resolve("databases.mv"));
    }
}
