package io.consumo.dashboard.rules;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.RuleWords;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.RuleScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules find of what the simulation has put in, and how soon. */
final class ScorePanel extends Div {

    private final transient Formats formats;

    ScorePanel(RuleScore score, Formats formats) {
        this.formats = formats;
        addClassName("score");
        if (score.kinds().isEmpty()) {
            add(new EmptyState("check", translate("score.none"), translate("score.none.text")));
            return;
        }
        Paragraph text = new Paragraph(translate("score.text"));
        text.addClassName("card-note");
        add(
                text,
                new Facts()
                        .fact(translate("score.recall"), percent(score.recallPercent()))
                        .fact(translate("score.precision"), percent(score.precisionPercent()))
                        .fact(
                                translate("score.false"),
                                translate("score.false.of", score.falseCases(), score.untouchedClients())),
                table(score));
    }

    private Table table(RuleScore score) {
        Table table = new Table(
                translate("score.title"),
                List.of(
                        Column.text(translate("score.kind")),
                        Column.text(translate("score.type")),
                        Column.figure(translate("score.found")),
                        Column.figure(translate("score.named")),
                        Column.figure(translate("score.time"))));
        score.kinds()
                .forEach(kind -> table.row(List.of(
                        RuleWords.named("kind.", kind.kind()),
                        RuleWords.rule(kind.type()),
                        translate("score.of.injected", kind.found(), kind.injected()),
                        formats.count(kind.named()),
                        kind.medianDays() == null ? Formats.NONE : translate("score.days", kind.medianDays()))));
        return table;
    }

    private String percent(@Nullable Double percent) {
        return percent == null ? Formats.NONE : formats.percent(percent / 100);
    }
}
