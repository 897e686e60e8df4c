package io.consumo.model.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into its fields. A quote that is never closed spoils its line and not the rest of the file, as it would
 * with a reader for which fields may span lines.
 */
final class Fields {

    private Fields() {}

    /** Without surrounding blanks and quotes. */
    static List<String> of(String line, char separator) {
        List<String> fields = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char c = line.charAt(index);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                fields.add(field(line, begin, index));
                begin = index + 1;
            }
        }
        fields.add(field(line, begin, line.length()));
        return fields;
    }

    private static String field(String line, int begin, int end) {
        String field = line.substring(begin, end).strip();
        if (field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"")) {
            return field.substring(1, field.length() - 1).replace("\"\"", "\"").strip();
        }
        return field;
    }
}
