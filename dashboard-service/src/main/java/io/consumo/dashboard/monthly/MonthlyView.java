package io.consumo.dashboard.monthly;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.MonthlyClient;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.CsvLink;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Switch;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.MonthSummary;
import io.consumo.model.api.MonthSummary.MonthTotals;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One month of all clients beside another; both are in the address. */
@PermitAll
@Route("monthly")
public final class MonthlyView extends Div implements BeforeEnterObserver, Titled {

    private static final String MONTH = "month";
    private static final String WITH = "with";
    private static final int MONTHS = 13;
    private static final int CHOICES = 25;

    private final transient MonthlyClient months;
    private final transient Caller caller;
    private final transient Formats formats;
    private final Select<YearMonth> picker = new Select<>();
    private final Select<YearMonth> other = new Select<>();
    private final Switch<Beside> usual;
    private final Region comparison = new Region("middle");
    private final Region year = new Region("middle");
    private final Region summary = new Region("tall");
    private final MonthTable table;
    private transient YearMonth month;
    private transient YearMonth with;

    /** The months that one is mostly compared with. */
    private enum Beside {
        MONTH_BEFORE {
            @Override
            YearMonth of(YearMonth month) {
                return month.minusMonths(1);
            }
        },
        YEAR_BEFORE {
            @Override
            YearMonth of(YearMonth month) {
                return month.minusYears(1);
            }
        };

        abstract YearMonth of(YearMonth month);
    }

    MonthlyView(MonthlyClient months, Callers callers, ZoneProperties settings) {
        this.months = months;
        caller = callers.current();
        formats = new Formats(caller.language(), settings.zone());
        month = YearMonth.now(formats.zone());
        with = month.minusMonths(1);
        table = new MonthTable(formats, (page, size) -> months.page(caller, month, page, size));
        addClassName("monthly");
        choices(picker, "column.month", chosen -> navigate(chosen, kept(chosen)));
        choices(other, "monthly.with", chosen -> navigate(month, chosen));
        Span beside = new Span(getTranslation("monthly.with"));
        beside.addClassName("card-note");
        usual = new Switch<>(
                getTranslation("monthly.with"),
                List.of(Beside.values()),
                choice -> getTranslation("monthly." + choice),
                choice -> navigate(month, choice.of(month)));
        Div tools = new Div(
                picker, beside, usual, other, new CsvLink("consumo-months.csv", out -> months.csv(caller, month, out)));
        tools.addClassName("tools");
        Div upper = new Div(
                new Card(getTranslation("monthly.comparison"), comparison),
                new Card(getTranslation("monthly.year"), year));
        upper.addClassName("monthly-upper");
        add(tools, upper, summary, new Card(getTranslation("monthly.clients"), table));
    }

    /** A year stays a year when somebody walks through the months. */
    private YearMonth kept(YearMonth chosen) {
        return Beside.YEAR_BEFORE.of(month).equals(with) ? Beside.YEAR_BEFORE.of(chosen) : chosen.minusMonths(1);
    }

    private void choices(Select<YearMonth> select, String name, Consumer<YearMonth> chosen) {
        YearMonth now = YearMonth.now(formats.zone());
        select.setItems(IntStream.range(0, CHOICES).mapToObj(now::minusMonths).toList());
        select.setItemLabelGenerator(formats::month);
        select.setAriaLabel(getTranslation(name));
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(event.getValue());
            }
        });
    }

    private static void navigate(YearMonth month, YearMonth with) {
        Map<String, List<String>> parameters = with.equals(month.minusMonths(1))
                ? Map.of(MONTH, List.of(month.toString()))
                : Map.of(MONTH, List.of(month.toString()), WITH, List.of(with.toString()));
        UI.getCurrentOrThrow().navigate("monthly", new QueryParameters(parameters));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        month = query.getSingleParameter(MONTH)
                .flatMap(MonthlyView::parse)
                .orElseGet(() -> YearMonth.now(formats.zone()));
        with = query.getSingleParameter(WITH).flatMap(MonthlyView::parse).orElse(month.minusMonths(1));
        picker.setValue(month);
        other.setValue(with);
        usual.markOnly(choice -> choice.of(month).equals(with));
        YearMonth shown = month;
        YearMonth compared = with;
        comparison.load(
                () -> months.sameDays(caller, List.of(shown, compared)), found -> comparison(shown, compared, found));
        year.load(
                () -> months.totals(
                        caller,
                        IntStream.range(0, MONTHS)
                                .mapToObj(back -> shown.minusMonths(MONTHS - 1L - back))
                                .toList()),
                this::year);
        summary.load(() -> months.summary(caller, shown), this::summary);
        table.refresh();
    }

    private Component comparison(YearMonth shown, YearMonth compared, List<MonthTotals> found) {
        Optional<MonthTotals> now = of(shown, found);
        return now.<Component>map(
                        totals -> comparison(totals, of(compared, found).orElse(null), compared))
                .orElseGet(() -> new EmptyState(
                        "monthly",
                        getTranslation("monthly.empty"),
                        getTranslation("monthly.empty.text"),
                        "./start.sh producer --mode backfill --days 60"));
    }

    private Component comparison(MonthTotals totals, @Nullable MonthTotals before, YearMonth compared) {
        YearMonth running = YearMonth.now(formats.zone());
        if (!running.equals(totals.month()) && !running.equals(compared)) {
            return new MonthComparison(totals, before, compared, formats);
        }
        LocalDate last = running.equals(totals.month()) || before == null ? totals.lastDay() : before.lastDay();
        if (!YearMonth.from(last).equals(running)) {
            return new EmptyState("monthly", getTranslation("monthly.first"), getTranslation("monthly.first.text"));
        }
        Paragraph note = new Paragraph(getTranslation("monthly.running", formats.month(running), last.getDayOfMonth()));
        note.addClassNames("card-note", "monthly-running");
        return new Div(new MonthComparison(totals, before, compared, formats), note);
    }

    private static Optional<MonthTotals> of(YearMonth month, List<MonthTotals> found) {
        return found.stream().filter(totals -> totals.month().equals(month)).findFirst();
    }

    private Component year(List<MonthTotals> found) {
        return found.isEmpty()
                ? new EmptyState("monthly", getTranslation("monthly.empty"), getTranslation("client.months.empty.text"))
                : MonthCharts.bands(found, formats);
    }

    private Component summary(MonthSummary found) {
        Card scores = new Card(getTranslation("monthly.scores"), MonthCharts.scores(found.scores(), formats));
        Card rises = new Card(getTranslation("monthly.rises"), compared(found));
        rises.add(new Movers(found.rises(), formats));
        Card falls = new Card(getTranslation("monthly.falls"), compared(found));
        falls.add(new Movers(found.falls(), formats));
        Div summaryParts = new Div(scores, rises, falls);
        summaryParts.addClassName("monthly-summary");
        return summaryParts;
    }

    /** Which days of the month stand beside which of the month before. */
    private String compared(MonthSummary found) {
        MonthTotals now = found.compared();
        MonthTotals before = found.comparedPrevious();
        return now == null || before == null
                ? ""
                : getTranslation(
                        "monthly.against",
                        formats.days(now.month().atDay(1), now.lastDay()),
                        formats.days(before.month().atDay(1), before.lastDay()));
    }

    private static Optional<YearMonth> parse(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return getTranslation("page.MONTHLY");
    }
}
