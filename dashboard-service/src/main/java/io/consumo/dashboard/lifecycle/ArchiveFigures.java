package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import io.consumo.dashboard.part.Figure;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ArchiveSummary;
import java.time.LocalDate;

/** Window and archive at a glance. */
final class ArchiveFigures extends Div {

    ArchiveFigures(ArchiveSummary summary, Formats formats) {
        LocalDate today = LocalDate.now(formats.zone());
        String window = formats.days(summary.windowFrom(), today);
        long saved = summary.freedBytes() - summary.fileBytes();
        add(Figure.row(
                new Figure(
                        translate("lifecycle.live"),
                        formats.bytes(summary.liveBytes()),
                        summary.dueDays().isEmpty()
                                ? window
                                : translate(
                                        "lifecycle.live.due",
                                        window,
                                        summary.dueDays().size())),
                new Figure(
                        translate("lifecycle.archived"),
                        translate("case.days", summary.days()),
                        translate("lifecycle.archived.note", formats.count(summary.rows()))),
                new Figure(
                        translate("lifecycle.saved"),
                        formats.bytes(Math.max(0, saved)),
                        summary.freedBytes() == 0
                                ? translate("lifecycle.saved.none")
                                : translate(
                                        "lifecycle.saved.note",
                                        formats.percent((double) saved / summary.freedBytes()),
                                        formats.bytes(summary.fileBytes()))),
                new Figure(
                        translate("lifecycle.checked"),
                        summary.oldestCheckDay() == null ? Formats.NONE : formats.day(summary.oldestCheckDay()),
                        checked(summary, formats)),
                new Figure(
                        translate("lifecycle.late"),
                        formats.count(summary.lateReadings()),
                        translate("lifecycle.late.note")),
                new Figure(
                        translate("lifecycle.next"),
                        summary.nextRunAt() == null ? Formats.NONE : formats.moment(summary.nextRunAt()),
                        summary.nextRunAt() == null
                                ? translate("lifecycle.next.none")
                                : translate("lifecycle.next.note"))));
    }

    private static String checked(ArchiveSummary summary, Formats formats) {
        if (!summary.damaged().isEmpty()) {
            return translate("lifecycle.damaged", summary.damaged().size());
        }
        return summary.oldestCheckAt() == null
                ? translate("lifecycle.checked.none")
                : translate(
                        "lifecycle.checked.note",
                        formats.day(LocalDate.ofInstant(summary.oldestCheckAt(), formats.zone())));
    }
}
