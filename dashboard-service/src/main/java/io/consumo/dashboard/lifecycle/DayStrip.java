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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A square a day, by month: live ones filled, archived ones outlined; marks tell what else is with a day. */
final class DayStrip extends Div {

    private static final String READY = "READY";
    private static final int MOST_MONTHS = 14;

    private final transient Content content;
    private final transient Formats formats;
    private final transient Map<LocalDate, ArchiveDay> archived;
    private final transient Map<LocalDate, LateDay> late;

    /** What is known of the days. */
    record Content(List<ArchiveDay> days, List<LateDay> late, List<ArchiveRestore> restores, List<HeldClient> holds) {}

    DayStrip(ArchiveSummary summary, Content content, LocalDate today, Formats formats) {
        this.content = content;
        this.formats = formats;
        archived = content.days().stream().collect(Collectors.toMap(ArchiveDay::day, Function.identity()));
        late = content.late().stream().collect(Collectors.toMap(LateDay::day, Function.identity()));
        addClassName("strip");
        LocalDate first = content.days().stream()
                .map(ArchiveDay::day)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(summary.windowFrom()))
                .orElse(summary.windowFrom());
        Div months = new Div();
        months.addClassName("strip-months");
        YearMonth last = YearMonth.from(today);
        YearMonth begin = YearMonth.from(first);
        if (begin.isBefore(last.minusMonths(MOST_MONTHS - 1L))) {
            begin = last.minusMonths(MOST_MONTHS - 1L);
        }
        for (YearMonth month = begin; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month(month, summary.windowFrom(), today));
        }
        add(months, legend());
    }

    private Div month(YearMonth month, LocalDate windowFrom, LocalDate today) {
        Span name = new Span(formats.shortMonth(month));
        name.addClassName("strip-month-name");
        Div squares = new Div();
        squares.addClassName("strip-days");
        for (LocalDate day = month.atDay(1);
                !day.isAfter(month.atEndOfMonth()) && !day.isAfter(today);
                day = day.plusDays(1)) {
            squares.add(square(day, windowFrom));
        }
        Div box = new Div(name, squares);
        box.addClassName("strip-month");
        return box;
    }

    private Span square(LocalDate day, LocalDate windowFrom) {
        ArchiveDay filed = archived.get(day);
        Span square = new Span(String.valueOf(day.getDayOfMonth()));
        square.addClassNames("strip-day", "strip-" + state(day, filed, windowFrom));
        square.setClassName("strip-restored", isRestored(day));
        square.setClassName("strip-held", isHeld(day));
        square.setClassName("strip-late", late.containsKey(day));
        square.getElement().setAttribute("title", told(day, filed, windowFrom));
        return square;
    }

    private static String state(LocalDate day, @Nullable ArchiveDay filed, LocalDate windowFrom) {
        if (filed != null) {
            return filed.damage() == null ? "archived" : "damaged";
        }
        return day.isBefore(windowFrom) ? "none" : "live";
    }

    private String told(LocalDate day, @Nullable ArchiveDay filed, LocalDate windowFrom) {
        List<String> lines = new ArrayList<>(List.of(formats.longDay(day)));
        lines.add(translate("strip." + state(day, filed, windowFrom)));
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
        for (String kind : List.of("live", "archived", "restored", "held", "late", "damaged")) {
            Span square = new Span();
            square.addClassNames("strip-day", "strip-" + kind);
            square.setClassName("strip-archived", !kind.equals("live") && !kind.equals("damaged"));
            Span word = new Span(square, new Span(translate("strip." + kind)));
            word.addClassName("strip-word");
            legend.add(word);
        }
        return legend;
    }
}
