package io.consumo.archiver.files;

import java.nio.ByteBuffer;

/** A stored file that is being read; stays readable while another takes its name. */
public interface StoredFile extends AutoCloseable {

    long length();

    /**
     * Bytes from the given offset on.
     *
     * @throws StorageFailed when there are fewer than asked for
     */
    ByteBuffer read(long offset, int length);

    @Override
    void close();
}
