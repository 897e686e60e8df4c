package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.dashboard.part.Chip;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A chip for each type, severity and state; pressed ones are asked for. */
final class FilterBar extends Div {

    private static final List<Severity> WORST_FIRST =
            Arrays.stream(Severity.values()).toList().reversed();

    private final transient Consumer<CaseFilter> changed;
    private final transient String reader;

    /** @param reader whose own cases can be asked for */
    FilterBar(String reader, Consumer<CaseFilter> changed) {
        this.reader = reader;
        this.changed = changed;
        addClassName("filters");
    }

    void show(CaseFilter filter) {
        removeAll();
        boolean mine = reader.equals(filter.assignee());
        NativeButton own = new NativeButton(
                translate("filter.mine"), click -> changed.accept(filter.assignedTo(mine ? null : reader)));
        own.addClassName("filter-chip");
        own.getElement().setAttribute("aria-pressed", String.valueOf(mine));
        add(
                group(
                        "filter.type",
                        List.of(AnomalyType.values()),
                        filter.types(),
                        type -> Chip.word(type, null),
                        types -> CaseFilter.of(types, filter.severities(), filter.statuses()),
                        filter.assignee()),
                group(
                        "filter.severity",
                        WORST_FIRST,
                        filter.severities(),
                        Chip::word,
                        severities -> CaseFilter.of(filter.types(), severities, filter.statuses()),
                        filter.assignee()),
                group(
                        "filter.status",
                        List.of(CaseStatus.values()),
                        filter.statuses(),
                        Chip::word,
                        statuses -> CaseFilter.of(filter.types(), filter.severities(), statuses),
                        filter.assignee()),
                own);
    }

    private <E extends Enum<E>> Div group(
            String nameKey,
            List<E> values,
            Set<E> pressed,
            Function<E, String> word,
            Function<Set<E>, CaseFilter> with,
            @Nullable String assignee) {
        Div group = new Div();
        group.addClassName("filter-group");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", translate(nameKey));
        for (E value : values) {
            NativeButton chip = new NativeButton(word.apply(value), click -> {
                Set<E> next = new HashSet<>(pressed);
                if (!next.remove(value)) {
                    next.add(value);
                }
                changed.accept(with.apply(next).assignedTo(assignee));
            });
            chip.addClassName("filter-chip");
            if (value instanceof Severity severity) {
                chip.addClassNames("severity", Chip.classOf(severity));
            }
            chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed.contains(value)));
            group.add(chip);
        }
        return group;
    }
}
