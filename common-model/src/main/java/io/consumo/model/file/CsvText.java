package io.consumo.model.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Makes text of bytes: unpacks gzip, and tells UTF-8 and UTF-16 from the older Windows-1252 by looking at them. */
final class CsvText {

    /** Stands for bytes that are none of the file's encoding. */
    static final char UNDECODED = '\uFFFD';

    private static final int LOOKED_AT = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /** A reader that can be marked. */
    static Reader open(InputStream input) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(unpacked(input), LOOKED_AT);
        byte[] begin = bytes.readNBytes(LOOKED_AT);
        bytes.unread(begin);
        Reader reader = new BufferedReader(new InputStreamReader(bytes, charset(begin)), LOOKED_AT);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static InputStream unpacked(InputStream input) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(input, 2);
        byte[] magic = bytes.readNBytes(2);
        bytes.unread(magic);
        boolean packed = magic.length == 2 && (magic[0] & 0xff) == GZIP_MAGIC_1 && (magic[1] & 0xff) == GZIP_MAGIC_2;
        return packed ? new BufferedInputStream(new GZIPInputStream(bytes, LOOKED_AT), LOOKED_AT) : bytes;
    }

    private static Charset charset(byte[] begin) {
        if (begin.length >= 2 && begin[0] == (byte) 0xFF && begin[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (begin.length >= 2 && begin[0] == (byte) 0xFE && begin[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(begin) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /** A character that is cut off at the end is no error. */
    private static boolean isUtf8(byte[] begin) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(begin), CharBuffer.allocate(begin.length), false)
                .isError();
    }
}
