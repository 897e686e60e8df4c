package io.consumo.api.readings;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** Refuses to read on past a limit. */
final class LimitedStream extends FilterInputStream {

    private final DataSize limit;
    private long left;

    LimitedStream(InputStream body, DataSize limit) {
        super(body);
        this.limit = limit;
        this.left = limit.toBytes();
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new TooManyReadings(limit.toKilobytes() + " kB");
        }
    }
}
