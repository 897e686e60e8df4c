package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A few choices side by side, one of them pressed. */
public final class Switch<T> extends Div {

    private final transient Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final transient Consumer<T> chosen;

    /** @param chosen is told of every choice */
    public Switch(String name, List<T> choices, Function<T, String> word, Consumer<T> chosen) {
        this.chosen = chosen;
        addClassName("switch");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        for (T choice : choices) {
            NativeButton button = new NativeButton(word.apply(choice), click -> choose(choice));
            buttons.put(choice, button);
            add(button);
        }
    }

    public void choose(T choice) {
        mark(choice);
        chosen.accept(choice);
    }

    /** Without telling anybody. */
    public void mark(T choice) {
        markOnly(choice::equals);
    }

    /** As {@link #mark}, where it may be none of the choices. */
    public void markOnly(Predicate<T> chosenOne) {
        buttons.forEach((choice, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(chosenOne.test(choice))));
    }
}
