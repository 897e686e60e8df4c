package io.consumo.model.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Lists of numbers as bytes, 8 for each, the highest first. A document that keeps one value for each hour of its days
 * takes servers and drivers several times as long to read and to write.
 */
public final class PackedNumbers {

    private static final long NONE = Long.MIN_VALUE;

    private PackedNumbers() {}

    public static Binary ofLongs(List<@Nullable Long> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.size());
        for (Long number : numbers) {
            bytes.putLong(number == null ? NONE : number);
        }
        return new Binary(bytes.array());
    }

    public static List<@Nullable Long> longs(Binary packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed.getData());
        List<@Nullable Long> numbers = new ArrayList<>(packed.length() / Long.BYTES);
        while (bytes.hasRemaining()) {
            long number = bytes.getLong();
            numbers.add(number == NONE ? null : number);
        }
        return numbers;
    }

    /** The number at an index, where there is one. */
    public static long get(Binary packed, int index) {
        return ByteBuffer.wrap(packed.getData()).getLong(Long.BYTES * index);
    }

    /** Of the first numbers, as many as there are; null counts nothing. */
    public static long sum(Binary packed, int first) {
        return longs(packed).stream()
                .limit(first)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    public static Binary ofDoubles(List<Double> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.size());
        numbers.forEach(bytes::putDouble);
        return new Binary(bytes.array());
    }

    public static List<Double> doubles(Binary packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed.getData());
        List<Double> numbers = new ArrayList<>(packed.length() / Double.BYTES);
        while (bytes.hasRemaining()) {
            numbers.add(bytes.getDouble());
        }
        return numbers;
    }
}
