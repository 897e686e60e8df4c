package io.consumo.archiver.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The archive in memory, for tests that damage it. */
public class InMemoryArchiveStore implements ArchiveStore {

    public final NavigableMap<String, byte[]> files = new TreeMap<>();

    /** For tests in which something happens between two looks. */
    public Consumer<String> beforeOpening = name -> {};

    /** For tests that ask how much is read. */
    public long bytesRead;

    @Override
    public void put(String name, Path content) {
        try {
            files.put(name, Files.readAllBytes(content));
        } catch (IOException e) {
            throw new StorageFailed("cannot read " + content, e);
        }
    }

    @Override
    public void put(String name, byte[] content) {
        files.put(name, content.clone());
    }

    @Override
    public Optional<StoredFile> open(String name) {
        beforeOpening.accept(name);
        return Optional.ofNullable(files.get(name)).map(content -> new StoredFile() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public String version() {
                return String.valueOf(Arrays.hashCode(content));
            }

            @Override
            public ByteBuffer read(long offset, int length) {
                bytesRead += length;
                if (offset + length > content.length) {
                    throw new StorageFailed("cannot read " + name, new EOFException());
                }
                return ByteBuffer.wrap(Arrays.copyOfRange(content, (int) offset, (int) offset + length));
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        });
    }

    @Override
    public List<String> list(String prefix) {
        return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public void probe() {
        // There is always room.
    }

    @Override
    public void clearUnfinished() {
        // Nothing is ever half stored.
    }

    @Override
    public String location(String name) {
        return "memory:" + name;
    }
}
