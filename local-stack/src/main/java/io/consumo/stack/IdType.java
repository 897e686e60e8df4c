package io.consumo.stack;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The key of the index on {@code _id}, ordered by its value. */
final class IdType extends BasicDataType<KeyValue> {

    private static final String VALUE = "v";
    private static final int OBJECT_BYTES = 128;

    private final DocumentType documents = new DocumentType();

    @Override
    public int compare(KeyValue one, KeyValue other) {
        return ValueComparator.asc().compare(one.get(0), other.get(0));
    }

    @Override
    public int getMemory(KeyValue key) {
        return OBJECT_BYTES;
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        documents.write(buffer, new Document(VALUE, key.get(0)));
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        return new KeyValue(documents.read(buffer).get(VALUE));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
