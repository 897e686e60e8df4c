package io.consumo.stack;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Keeps the databases in one file, and has each command's changes in it before the command is acknowledged. H2 itself
 * would commit once a second, in the midst of a command as well; here commands and commits take turns, so that the file
 * holds whole commands only.
 */
final class DurableMongoBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "serverstatus",
            "endsessions",
            "whatsmyuri",
            "getparameter");

    private static final int COMMITS_BETWEEN_COMPACTIONS = 1000;
    private static final int FILL_PERCENT = 50;
    private static final int COMPACTED_BYTES = 4 * 1024 * 1024;

    /** How long replaced pages stay: for a scan that began before, and for a disk that writes out of order. */
    private static final int RETENTION_MILLIS = 20_000;

    private final Lock writing = new ReentrantLock(true);
    private int commits;

    DurableMongoBackend(Path file) {
        super(open(file));
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        store.setVersionsToKeep(0);
        return store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new CompactMongoDatabase(databaseName, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (isRead(command, query)) {
            return super.handleCommand(channel, database, command, query);
        }
        writing.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            commit();
            writing.unlock();
        }
    }

    @Override
    public void commit() {
        getMvStore().commit();
        commits++;
        if (commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            getMvStore().compact(FILL_PERCENT, COMPACTED_BYTES);
            getMvStore().commit();
        }
    }

    private static boolean isRead(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return READS.contains(name) || (name.equals("aggregate") && !writesItsResult(query));
    }

    private static boolean writesItsResult(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }
}
