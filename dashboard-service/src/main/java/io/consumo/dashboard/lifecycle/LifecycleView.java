package io.consumo.dashboard.lifecycle;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.live.LiveFeed;
import io.consumo.dashboard.live.Watching;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Facts;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Skeleton;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.PipelinePart;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;

/** Where days live: the window, and what is known of the archive so far. */
@PermitAll
@Route("lifecycle")
public final class LifecycleView extends Div implements Titled {

    private static final String ARCHIVER = "archiver";

    private final transient Formats formats;
    private final transient LifecycleProperties settings;
    private final Card archiver = new Card(getTranslation("lifecycle.archiver"));

    LifecycleView(LiveFeed feed, Callers callers, ZoneProperties zone, LifecycleProperties settings) {
        this.settings = settings;
        Caller caller = callers.current();
        formats = new Formats(caller.language(), zone.zone());
        addClassName("lifecycle");
        archiver.show(new Skeleton());
        Div columns = new Div(new Card(getTranslation("lifecycle.window"), window(), explanation()), archiver);
        columns.addClassName("lifecycle-columns");
        add(
                columns,
                new Card(
                        getTranslation("lifecycle.strip"),
                        new EmptyState(
                                "lifecycle",
                                getTranslation("lifecycle.later"),
                                getTranslation("lifecycle.later.text"),
                                "./start.sh archiver --dry-run")));
        Watching.keep(this, feed.pipeline(), caller, this::take);
    }

    private Facts window() {
        LocalDate today = LocalDate.now(formats.zone());
        LocalDate first = today.minusDays(settings.windowDays());
        return new Facts()
                .fact(getTranslation("lifecycle.window.days"), formats.days(first, today))
                .fact(getTranslation("lifecycle.window.length"), getTranslation("case.days", settings.windowDays() + 1))
                .fact(getTranslation("lifecycle.window.archivable"), formats.longDay(first.minusDays(1)));
    }

    private Paragraph explanation() {
        Paragraph text = new Paragraph(getTranslation("lifecycle.window.text", settings.windowDays()));
        text.addClassName("prose");
        return text;
    }

    private void take(Fetched<List<PipelinePart>> fetched) {
        if (fetched.failure() != null) {
            archiver.show(new FailedPart(fetched.failure()));
        } else if (fetched.value() != null) {
            fetched.value().stream()
                    .filter(part -> part.name().equals(ARCHIVER))
                    .findFirst()
                    .ifPresentOrElse(this::show, () -> archiver.show(new Span(Formats.NONE)));
        }
    }

    private void show(PipelinePart part) {
        Facts facts = new Facts().fact(getTranslation("lifecycle.state"), getTranslation("health." + part.status()));
        if (part.detail() != null) {
            facts.fact(getTranslation("lifecycle.detail"), part.detail());
        }
        archiver.show(facts);
    }

    @Override
    public String title() {
        return getTranslation("page.LIFECYCLE");
    }
}
