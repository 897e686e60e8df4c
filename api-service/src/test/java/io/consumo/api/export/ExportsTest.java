package io.consumo.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportsTest {

    public record Row(String text) {}

    @Test
    @Timeout(30)
    void readsNoFurtherWhenNobodyTakesIt() throws IOException {
        AtomicInteger read = new AtomicInteger();

        new Exports().csv(new Abandoned(), "endless", Row.class, table -> {
            while (true) {
                table.accept(new Row("row " + read.incrementAndGet()));
            }
        });

        assertThat(read).hasValueGreaterThan(1);
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
