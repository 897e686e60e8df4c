package io.consumo.model.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes were read. */
public final class CountingInput extends FilterInputStream {

    private final Progress progress;
    private long count;

    public CountingInput(InputStream input, Progress progress) {
        super(input);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        told(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        told(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void told(int read) {
        count += read;
        progress.at(count);
    }
}
