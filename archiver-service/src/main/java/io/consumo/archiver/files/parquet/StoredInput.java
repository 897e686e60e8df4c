package io.consumo.archiver.files.parquet;

import dev.hardwood.InputFile;
import io.consumo.archiver.files.StoredFile;
import java.nio.ByteBuffer;

/** A stored file as the reader's library wants it; whoever opened the file closes it. */
record StoredInput(StoredFile file, String name) implements InputFile {

    @Override
    public void open() {
        // It is open.
    }

    @Override
    public ByteBuffer readRange(long offset, int length) {
        return file.read(offset, length);
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void close() {
        // Not ours.
    }
}
