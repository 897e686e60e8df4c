package io.consumo.dashboard.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.Severity;
import io.consumo.model.api.Overview;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The five figures at a glance. */
final class Tiles extends Div {

    private final transient Formats formats;
    private final Div failure = new Div();
    private final Div welcome = new Div();
    private final Tile clients = new Tile(translate("tile.clients"), "/clients");
    private final Tile energy = new Tile(translate("tile.energy"), "/monthly");
    private final Tile readings = new Tile(translate("tile.readings"), "/lifecycle");
    private final Tile cases = new Tile(translate("tile.cases"), "/anomalies");
    private final Tile money = new Tile(translate("tile.money"), "/anomalies?type=FRAUD");

    Tiles(Formats formats) {
        this.formats = formats;
        Div row = new Div(clients, energy, readings, cases, money);
        row.addClassName("tiles");
        add(failure, welcome, row);
    }

    void take(Fetched<Overview> fetched) {
        failure.removeAll();
        if (fetched.failure() != null) {
            failure.add(new FailedPart(fetched.failure()));
        }
        Overview overview = fetched.value();
        if (overview != null) {
            welcome(overview.clients() == 0);
            show(overview);
        }
    }

    private void welcome(boolean empty) {
        if (!empty) {
            welcome.removeAll();
        } else if (welcome.getComponentCount() == 0) {
            welcome.add(new EmptyState(
                    "overview",
                    translate("overview.empty.title"),
                    translate("overview.empty.text"),
                    "./start.sh producer --mode once --clients 50"));
        }
    }

    private void show(Overview overview) {
        Map<String, List<@Nullable BigDecimal>> lastDay = overview.sparklines();
        clients.show(formats.count(overview.clientsReporting()), lastDay.getOrDefault("clients", List.of()));
        clients.note(translate("tile.clients.note", formats.count(overview.clients())));
        energy.show(formats.energy(overview.kwhToday()), lastDay.getOrDefault("kwh", List.of()));
        energy.note(energyNote(overview));
        readings.show(
                translate("tile.readings.figure", formats.rate(overview.readingsPerSecond())),
                lastDay.getOrDefault("readings", List.of()));
        readings.note(translate("tile.readings.note", formats.count(overview.readingsToday())));
        int open = overview.openAnomalies().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        cases.show(formats.count(open), lastDay.getOrDefault("open", List.of()));
        cases.note(overview.openBySeverity().toString(), severities(overview.openBySeverity()));
        money.show(formats.money(overview.lostMoney()), lastDay.getOrDefault("lost", List.of()));
        money.note(translate("tile.money.note"));
    }

    private String energyNote(Overview overview) {
        BigDecimal before = overview.kwhYesterdaySameHours();
        if (before == null || before.signum() == 0) {
            return translate("tile.energy.noComparison");
        }
        BigDecimal percent =
                overview.kwhToday().subtract(before).movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
        return translate("tile.energy.note", formats.change(percent.doubleValue()));
    }

    private List<Span> severities(Map<Severity, Integer> open) {
        if (open.values().stream().allMatch(count -> count == 0)) {
            return List.of(new Span(translate("tile.cases.none")));
        }
        return Arrays.stream(Severity.values())
                .sorted((one, other) -> other.compareTo(one))
                .filter(severity -> open.getOrDefault(severity, 0) > 0)
                .map(severity -> {
                    Span count = new Span(formats.count(open.getOrDefault(severity, 0)));
                    count.addClassNames("severity", "severity-count", Chip.classOf(severity));
                    count.getElement().setAttribute("title", Chip.word(severity));
                    count.getElement().setAttribute("role", "img");
                    count.getElement().setAttribute("aria-label", count.getText() + " " + Chip.word(severity));
                    return count;
                })
                .toList();
    }
}
