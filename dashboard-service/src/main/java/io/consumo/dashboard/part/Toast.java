package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import java.time.Duration;

/** Tells what was done, for a while; what can be taken back says so until it no longer can. */
public final class Toast {

    private static final Duration READING = Duration.ofSeconds(5);

    private Toast() {}

    public static void tell(String text) {
        open(new Notification(), text, READING);
    }

    /** @param time for which undoing is possible */
    public static void undoable(String text, Duration time, Runnable undo) {
        Notification notification = new Notification();
        NativeButton button = new NativeButton(translate("toast.undo"), click -> {
            // A second press may be under way while it closes; it must not take more back.
            if (notification.isOpened()) {
                notification.close();
                undo.run();
            }
        });
        button.addClassNames("button", "toast-undo");
        Keys.press(button, "z");
        Span left = new Span();
        left.addClassName("toast-left");
        left.getElement().setAttribute("aria-hidden", "true");
        open(notification, text, time);
        notification.add(button, left);
    }

    private static void open(Notification notification, String text, Duration time) {
        notification.setPosition(Position.BOTTOM_CENTER);
        notification.setDuration(Math.toIntExact(time.toMillis()));
        notification.addClassName("toast");
        Span words = new Span(text);
        words.addClassName("toast-text");
        notification.add(words);
        notification.open();
    }
}
