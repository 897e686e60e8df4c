package io.consumo.consumer.garbage;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that hold no reading, each kind bad for a reason of its own. */
public final class Garbage {

    /** The broker's own limit of a batch, less what a batch and a record need beside key and value. */
    static final int LARGEST_VALUE = 1_048_588 - 120;

    private static final String GOOD =
            "{\"clientId\":\"%s\",\"start\":\"%s\",\"minutes\":%s,\"kwh\":%s,\"quality\":%s}";
    private static final String START = "2026-03-02T10:00:00+01:00";
    private static final int LARGE_ONE_IN = 4000;

    private static final List<Function<Random, byte @Nullable []>> KINDS = List.of(
            Garbage::bytes,
            random -> null,
            random -> new byte[0],
            random -> cutShort(reading("bad", START, "60", "1", "\"MEASURED\""), random),
            random -> withByte(reading("bad", START, "60", "1", "\"MEASURED\""), 16, 0xFF),
            random -> reading(one(random, "", "   ", "\\u0000", "a\\u0007b", "\\ud800", "x\\udc00y", "n\\nl"), START),
            random -> reading("i".repeat(65 + random.nextInt(2000)), START),
            random -> reading("bad", one(random, "", "yesterday", "2026-03-02", "2026-03-02T10:00:00", "1772442000")),
            random -> reading("bad", one(random, "2026-02-30T10:00:00Z", "2026-03-02T25:00:00Z", "2026-03-02T10:00Z[")),
            random -> reading("bad", one(random, "+999999999-12-31T23:00:00Z", "-999999999-01-01T00:00:00+18:00")),
            random -> reading("bad", one(random, "1990-01-01T00:00:00Z", "9999-12-31T23:00:00Z", "0000-01-01T00:00Z")),
            random -> reading("bad", soon().toString()),
            random -> reading("bad", one(random, "2026-03-02T10:17:00Z", "2026-03-02T10:00:00.000000001Z")),
            random -> minutes(
                    one(random, "0", "59", "-60", "1440", "60.0", "6e1", "\"60\"", "9223372036854775808", "[]")),
            random -> kwh(one(random, "1e999", "1e999999999", "NaN", "Infinity", "-Infinity", "+1", "0x1", "1.")),
            random -> kwh(one(random, "-1", "-0.0001", "10000.0001", "null", "true", "\"1\"", "{}", "[1]")),
            random -> kwh("9".repeat(1001)),
            random -> quality(one(random, "\"GUESSED\"", "\"measured\"", "5", "[]", "\"\"")),
            random -> text("{\"clientId\":%s,\"start\":\"%s\",\"kwh\":1}"
                    .formatted(one(random, "5", "null", "[\"a\"]"), START)),
            random -> text(
                    "{\"clientId\":\"bad\",\"start\":%s,\"kwh\":1}".formatted(one(random, "1772442000", "null", "{}"))),
            random -> text("{\"clientId\":\"bad\",\"start\":\"%s\",\"kwh\":1,\"revision\":%s}"
                    .formatted(START, one(random, "-1", "1152921504606846976", "1.5", "\"7\"", "1" + "0".repeat(30)))),
            random ->
                    text(one(random, "null", "true", "17", "\"text\"", "[]", "{}", "[{\"clientId\":\"bad\"}]", "{,}")),
            random -> text("{\"start\":\"" + START + "\",\"kwh\":1}"),
            random -> text("{\"clientId\":\"bad\",\"kwh\":1}"),
            random -> text("{\"clientId\":\"bad\",\"start\":\"" + START + "\"}"),
            random -> text(new String(reading("bad", START), UTF_8) + " {}"),
            random -> text("[".repeat(1 + random.nextInt(20_000))),
            random -> text("{\"a\":".repeat(600) + "1" + "}".repeat(600)),
            random -> "{\"clientId\":\"bad".getBytes(UTF_16LE));

    private Garbage() {}

    public static byte @Nullable [] next(Random random) {
        return random.nextInt(LARGE_ONE_IN) == 0
                ? large(random)
                : KINDS.get(random.nextInt(KINDS.size())).apply(random);
    }

    /** A good reading but for a few bytes; it may still be one. */
    static byte[] mutant(Random random) {
        byte[] value = reading("mutant-" + random.nextInt(50), START, "60", "0.4", "\"MEASURED\"");
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            value[random.nextInt(value.length)] = (byte) random.nextInt(256);
        }
        return value;
    }

    /** An hour that has not begun. */
    private static Instant soon() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.HOURS);
    }

    /** As large as the broker takes, or somewhat smaller. */
    private static byte[] large(Random random) {
        int size = random.nextBoolean() ? LARGEST_VALUE : random.nextInt(LARGEST_VALUE);
        byte[] value = new byte[size];
        switch (random.nextInt(3)) {
            case 0 -> random.nextBytes(value);
            case 1 -> java.util.Arrays.fill(value, (byte) '[');
            default -> {
                java.util.Arrays.fill(value, (byte) 'x');
                byte[] begin = "{\"clientId\":\"".getBytes(UTF_8);
                System.arraycopy(begin, 0, value, 0, Math.min(begin.length, size));
            }
        }
        return value;
    }

    private static byte[] bytes(Random random) {
        byte[] value = new byte[1 + random.nextInt(300)];
        random.nextBytes(value);
        return value;
    }

    private static byte[] cutShort(byte[] value, Random random) {
        return java.util.Arrays.copyOf(value, 1 + random.nextInt(value.length - 1));
    }

    private static byte[] withByte(byte[] value, int place, int odd) {
        value[place] = (byte) odd;
        return value;
    }

    private static byte[] reading(String client, String start) {
        return reading(client, start, "60", "1", "\"MEASURED\"");
    }

    private static byte[] minutes(String minutes) {
        return reading("bad", START, minutes, "1", "\"MEASURED\"");
    }

    private static byte[] kwh(String kwh) {
        return reading("bad", START, "60", kwh, "\"MEASURED\"");
    }

    private static byte[] quality(String quality) {
        return reading("bad", START, "60", "1", quality);
    }

    private static byte[] reading(String client, String start, String minutes, String kwh, String quality) {
        return text(GOOD.formatted(client, start, minutes, kwh, quality));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
