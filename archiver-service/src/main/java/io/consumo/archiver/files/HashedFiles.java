package io.consumo.archiver.files;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hashes a stored file once, and again when its version is another: a question needs a few rows, not the whole file. */
final class HashedFiles {

    private static final int MOST = 20_000;

    private final Map<String, Known> files = new ConcurrentHashMap<>();

    private record Known(String version, String sha256) {}

    String sha256(String name, StoredFile file) {
        String version = file.version();
        Known known = files.get(name);
        if (known != null && known.version().equals(version)) {
            return known.sha256();
        }
        String hash = Sha256.of(file);
        if (files.size() >= MOST) {
            files.clear();
        }
        files.put(name, new Known(version, hash));
        return hash;
    }
}
