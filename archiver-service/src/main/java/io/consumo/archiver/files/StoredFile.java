package io.consumo.archiver.files;

import java.nio.ByteBuffer;

/** A stored file that is being read; stays readable while another takes its name. */
public interface StoredFile extends AutoCloseable {

    long length();

    /** Another one whenever the content is, as far as the storage knows: a file's times, an object's tag. */
    String version();

    /**
     * Bytes from the given offset on.
     *
     * @throws StorageFailed when there are fewer than asked for
     */
    ByteBuffer read(long offset, int length);

    @Override
    void close();
}
