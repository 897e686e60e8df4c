package io.consumo.stack;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A document in H2's pages, as BSON. */
final class DocumentType extends BasicDataType<Document> {

    /** What a value's object takes besides its bytes; it decides how many documents share a page. */
    private static final int OBJECT_BYTES_A_FIELD = 64;

    @Override
    public int getMemory(Document document) {
        return weight(document);
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        buffer.put(bytes.array(), 0, bytes.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bytes = Unpooled.wrappedBuffer(buffer);
        int before = bytes.readableBytes();
        Document document = BsonDecoder.decodeBson(bytes);
        buffer.position(buffer.position() + before - bytes.readableBytes());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    private static int weight(Object value) {
        int bytes = OBJECT_BYTES_A_FIELD;
        if (value instanceof Document document) {
            for (Object inner : document.values()) {
                bytes += weight(inner);
            }
        } else if (value instanceof Iterable<?> list) {
            for (Object inner : list) {
                bytes += weight(inner);
            }
        } else if (value instanceof BinData binary) {
            bytes += binary.getData().length;
        }
        return bytes;
    }
}
