package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A square a day, by month: live ones filled, due ones dashed, archived ones outlined; marks tell what else is with a day. */
final class DayStrip extends Div {

    private static final String READY = "READY";
    private static final int MOST_MONTHS = 14;

    private final transient ArchiveSummary summary;
    private final transient Content content;
    private final transient Formats formats;
    private final transient Map<LocalDate, ArchiveDay> archived;
    private final transient Map<LocalDate, LateDay> late;

    /** What is known of the days. */
    record Content(List<ArchiveDay> days, List<LateDay> late, List<ArchiveRestore> restores, List<HeldClient> holds) {}

    DayStrip(ArchiveSummary summary, Content content, LocalDate today, Formats formats) {
        this.summary = summary;
        this.content = content;
        this.formats = formats;
        archived = content.days().stream().collect(Collectors.toMap(ArchiveDay::day, Function.identity()));
        late = content.late().stream().collect(Collectors.toMap(LateDay::day, Function.identity()));
        addClassName("strip");
        LocalDate first = Stream.of(archived.keySet(), summary.dueDays(), List.of(summary.windowFrom()))
                .flatMap(Collection::stream)
                .min(LocalDate::compareTo)
                .orElseThrow();
        Div months = new Div();
        months.addClassName("strip-months");
        YearMonth last = YearMonth.from(today);
        YearMonth begin = YearMonth.from(first);
        if (begin.isBefore(last.minusMonths(MOST_MONTHS - 1L))) {
            begin = last.minusMonths(MOST_MONTHS - 1L);
        }
        for (YearMonth month = begin; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month(month, today));
        }
        add(months, legend());
    }

    private Div month(YearMonth month, LocalDate today) {
        Span name = new Span(formats.shortMonth(month));
        name.addClassName("strip-month-name");
        Div squares = new Div();
        squares.addClassName("strip-days");
        for (LocalDate day = month.atDay(1);
                !day.isAfter(month.atEndOfMonth()) && !day.isAfter(today);
                day = day.plusDays(1)) {
            squares.add(square(day));
        }
        Div box = new Div(name, squares);
        box.addClassName("strip-month");
        return box;
    }

    private Span square(LocalDate day) {
        ArchiveDay filed = archived.get(day);
        Span square = new Span(String.valueOf(day.getDayOfMonth()));
        square.addClassNames("strip-day", "strip-" + state(day, filed));
        square.setClassName("strip-restored", isRestored(day));
        square.setClassName("strip-held", isHeld(day));
        square.setClassName("strip-late", late.containsKey(day));
        square.getElement().setAttribute("title", told(day, filed));
        return square;
    }

    private String state(LocalDate day, @Nullable ArchiveDay filed) {
        if (filed != null) {
            return filed.damage() == null ? "archived" : "damaged";
        }
        if (!day.isBefore(summary.windowFrom())) {
            return "live";
        }
        return summary.dueDays().contains(day) ? "due" : "none";
    }

    private String told(LocalDate day, @Nullable ArchiveDay filed) {
        List<String> lines = new ArrayList<>(List.of(formats.longDay(day)));
        lines.add(translate("strip." + state(day, filed)));
        if (filed != null) {
            lines.add(translate(
                    "strip.file",
                    formats.count(filed.rows()),
                    formats.bytes(filed.fileBytes()),
                    formats.bytes(filed.postgresBytes()),
                    filed.revision()));
            if (filed.checkedAt() != null) {
                lines.add(translate("strip.checked", formats.moment(filed.checkedAt())));
            }
            if (filed.damage() != null) {
                lines.add(filed.damage());
            }
        }
        if (isRestored(day)) {
            lines.add(translate("strip.restored"));
        }
        if (isHeld(day)) {
            lines.add(translate("strip.held"));
        }
        LateDay waiting = late.get(day);
        if (waiting != null) {
            lines.add(translate("strip.late.count", waiting.readings()));
        }
        return lines.stream().filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private boolean isRestored(LocalDate day) {
        return content.restores().stream()
                .filter(restore -> restore.state().equals(READY))
                .anyMatch(restore ->
                        !day.isBefore(restore.fromDay()) && !day.isAfter(restore.toDay()) && archived.containsKey(day));
    }

    private boolean isHeld(LocalDate day) {
        return content.holds().stream()
                .anyMatch(held -> !day.isBefore(held.firstDay()) && !day.isAfter(held.lastDay()));
    }

    private static Div legend() {
        Div legend = new Div();
        legend.addClassName("strip-legend");
        for (String kind : List.of("live", "due", "archived", "restored", "held", "late", "damaged")) {
            Span square = new Span();
            square.addClassNames("strip-day", "strip-" + kind);
            square.setClassName(
                    "strip-archived", !List.of("live", "due", "damaged").contains(kind));
            Span word = new Span(square, new Span(translate("strip." + kind)));
            word.addClassName("strip-word");
            legend.add(word);
        }
        return legend;
    }
}
