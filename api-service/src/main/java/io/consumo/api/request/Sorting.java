package io.consumo.api.request;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which of its fields a list is ordered. */
public record Sorting<F extends Enum<F> & Sorting.Field>(F field, boolean descending) {

    /** A field that may be sorted by. */
    public interface Field {

        /** The name in requests. */
        String wireName();
    }

    /**
     * Reads {@code openedAt,desc}; the direction may be left out.
     *
     * @throws InvalidParameter naming the allowed fields
     */
    public static <F extends Enum<F> & Field> Sorting<F> parse(
            @Nullable String text, Class<F> fields, Sorting<F> otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        List<String> parts = List.of(text.strip().split(",", -1));
        boolean descending = parts.size() == 2 && parts.get(1).equalsIgnoreCase("desc");
        boolean ascending =
                parts.size() == 1 || (parts.size() == 2 && parts.get(1).equalsIgnoreCase("asc"));
        if (!descending && !ascending) {
            throw invalid("must be a field and asc or desc, such as " + otherwise + ", was " + text, fields);
        }
        return Arrays.stream(fields.getEnumConstants())
                .filter(field -> field.wireName().equals(parts.getFirst()))
                .findFirst()
                .map(field -> new Sorting<>(field, descending))
                .orElseThrow(() -> invalid("has no field " + parts.getFirst(), fields));
    }

    private static <F extends Enum<F> & Field> InvalidParameter invalid(String reason, Class<F> fields) {
        return new InvalidParameter(
                "sort",
                reason,
                Arrays.stream(fields.getEnumConstants()).map(Field::wireName).toList());
    }

    @Override
    public String toString() {
        return field.wireName() + (descending ? ",desc" : ",asc");
    }
}
