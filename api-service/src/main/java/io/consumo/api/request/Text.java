package io.consumo.api.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write. */
public final class Text {

    public static final int LONGEST = 4_000;

    private Text() {}

    /** @throws InvalidParameter when it is longer than is kept */
    public static void requireShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw new InvalidParameter(
                    field, "has " + text.length() + " characters", List.of("at most " + LONGEST + " characters"));
        }
    }

    /** @throws InvalidParameter when it is missing, blank or too long */
    public static void require(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidParameter(field, "is missing", List.of("words that will be understood in a year"));
        }
        requireShort(field, text);
    }
}
