package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.consumo.dashboard.backend.BackendFailure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Hands a list of the API on as a file. */
public final class CsvLink extends Anchor {

    private static final int BAD_GATEWAY = 502;

    /** @param write runs when somebody wants it, without the page */
    public CsvLink(String name, Consumer<OutputStream> write) {
        addClassNames("button", "csv");
        add(Icon.of("download"), new Span(translate("csv.word")));
        getElement().setAttribute("title", translate("csv.title"));
        DownloadHandler handler = event -> hand(event, name, write);
        setHref(handler);
        getElement().setAttribute("download", name);
    }

    private static void hand(DownloadEvent event, String name, Consumer<OutputStream> write) {
        event.setContentType("text/csv; charset=UTF-8");
        event.setFileName(name);
        try {
            write.accept(event.getOutputStream());
        } catch (BackendFailure failure) {
            // What the browser has of it must not pass for the whole: the connection breaks, and the download fails.
            if (!(event.getResponse() instanceof HttpServletResponse response) || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.setStatus(BAD_GATEWAY);
        } catch (UncheckedIOException left) {
            // Whoever wanted it wants it no more.
        }
    }
}
