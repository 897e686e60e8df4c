package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever no part of a page deals with itself; the reader sees what to do and a number, never the exception. */
final class PageErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private static final int SHOWN_MILLIS = 8_000;

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        BackendFailure failure = backendFailureIn(event.getThrowable());
        if (failure != null && failure.is(Kind.UNAUTHORISED) && ui != null) {
            SessionEnd.happens(ui);
        } else if (failure != null) {
            tell(ui, "failure." + failure.kind() + ".title", "failure." + failure.kind() + ".advice");
        } else {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("a page failed, told the reader {}", number, event.getThrowable());
            tell(ui, "failure.page.title", "failure.page.advice", number);
        }
    }

    private static void tell(@Nullable UI ui, String title, String advice, Object... arguments) {
        if (ui != null) {
            Notification notification = new Notification(
                    translate(title) + " " + translate(advice, arguments), SHOWN_MILLIS, Position.BOTTOM_CENTER);
            notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
            notification.open();
        }
    }

    private static @Nullable BackendFailure backendFailureIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BackendFailure failure) {
                return failure;
            }
        }
        return null;
    }
}
