package io.consumo.model.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, and never more of one than a bound: what is longer is cut, so that no file can fill the memory. */
final class LineReader {

    static final int MAXIMUM_LENGTH = 8192;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int filled;
    private boolean afterCarriageReturn;

    LineReader(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end, cut at {@link #MAXIMUM_LENGTH}; null after the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (position < filled || fill()) {
            int begin = position;
            while (position < filled && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            any |= keep(begin);
            if (position < filled) {
                boolean restOfEnd = !any && afterCarriageReturn && buffer[position] == '\n';
                afterCarriageReturn = buffer[position++] == '\r';
                if (!restOfEnd) {
                    return line.toString();
                }
            }
        }
        return any ? line.toString() : null;
    }

    private boolean keep(int begin) {
        int length = position - begin;
        line.append(buffer, begin, Math.min(length, MAXIMUM_LENGTH - line.length()));
        return length > 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, reader.read(buffer));
        return filled > 0;
    }
}
