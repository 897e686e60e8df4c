package io.consumo.archiver.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the archive's files lie: a local folder now. Asks no more of a storage than object storages give. Names have
 * their folders in them, separated by slashes. All methods throw {@link StorageFailed}.
 */
public interface ArchiveStore {

    /** Stores the file under the name. It is safe when this returns, and never visible in part; replaces another. */
    void put(String name, Path content);

    /** As {@link #put(String, Path)}, for what is small. */
    void put(String name, byte[] content);

    /** Empty when there is none of that name. */
    Optional<StoredFile> open(String name);

    /** The names that begin so, in order; what was never wholly stored is not among them. */
    List<String> list(String prefix);

    /** Does nothing when there is none of that name. */
    void delete(String name);

    /** Fails now, not in the midst of the work, when nothing can be stored. Leaves alone what is just being stored. */
    void probe();

    /** Removes what a run that was killed left half stored. Only for whoever is the only one to store anything. */
    void clearUnfinished();

    /** The name as people find it. */
    String location(String name);
}
