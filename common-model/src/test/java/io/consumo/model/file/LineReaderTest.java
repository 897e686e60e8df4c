package io.consumo.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static List<String> lines(String text) throws IOException {
        LineReader reader = new LineReader(new StringReader(text));
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', '\n', '\r').ofMaxLength(40);
    }

    @Property
    void endsLinesAsJavaDoes(@ForAll("texts") String text) throws IOException {
        assertThat(lines(text)).isEqualTo(text.lines().toList());
    }

    @Test
    void cutsWhatIsTooLong() throws IOException {
        assertThat(lines("a".repeat(1 << 20) + "\nb")).containsExactly("a".repeat(LineReader.MAXIMUM_LENGTH), "b");
    }
}
