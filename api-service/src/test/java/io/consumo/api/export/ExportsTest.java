package io.consumo.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.api.limit.Overloaded;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportsTest {

    public record Row(String text) {}

    private final Exports exports = new Exports(new ExportProperties(1, Duration.ZERO));

    @Test
    @Timeout(30)
    void readsNoFurtherWhenNobodyTakesIt() throws IOException {
        AtomicInteger read = new AtomicInteger();

        exports.csv(new Abandoned(), "endless", Row.class, table -> {
            while (true) {
                table.accept(new Row("row " + read.incrementAndGet()));
            }
        });

        assertThat(read).hasValueGreaterThan(1);
    }

    @Test
    void refusesATableThatFindsNoPlace() throws IOException {
        MockHttpServletResponse first = new MockHttpServletResponse();

        exports.csv(first, "first", Row.class, table -> {
            assertThatThrownBy(() -> exports.csv(
                            new MockHttpServletResponse(), "second", Row.class, more -> more.accept(new Row("none"))))
                    .isInstanceOf(Overloaded.class);
            table.accept(new Row("one"));
        });

        assertThat(first.getContentAsString()).isEqualTo("text\r\none\r\n");
    }

    @Test
    void aTableThatFailedLeavesItsPlaceAndNothingThatIsOfATable() throws IOException {
        MockHttpServletResponse failed = new MockHttpServletResponse();
        IllegalStateException failure = new IllegalStateException();

        assertThatThrownBy(() -> exports.csv(failed, "failed", Row.class, table -> {
                    table.accept(new Row("one"));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(failed.getHeaderNames()).isEmpty();
        assertThat(failed.getContentAsString()).isEmpty();

        MockHttpServletResponse next = new MockHttpServletResponse();
        exports.csv(next, "next", Row.class, table -> table.accept(new Row("one")));
        assertThat(next.getContentAsString()).isNotEmpty();
    }

    /** Whoever read it has closed the connection. */
    private static final class Abandoned extends MockHttpServletResponse {

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}

                @Override
                public void write(int value) throws IOException {
                    throw new IOException("broken pipe");
                }
            };
        }
    }
}
