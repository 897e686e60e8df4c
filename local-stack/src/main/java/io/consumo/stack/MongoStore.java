package io.consumo.stack;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;

/** A server that speaks MongoDB's wire protocol. */
final class MongoStore implements Store {

    private final StoreSettings settings;
    private @Nullable MongoServer server;

    MongoStore(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public String start() {
        server = new MongoServer(new MemoryBackend());
        server.bind(settings.host(), settings.port());
        return settings.address();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
        }
    }
}
