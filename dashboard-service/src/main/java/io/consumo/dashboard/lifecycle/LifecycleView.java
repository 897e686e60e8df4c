package io.consumo.dashboard.lifecycle;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.ArchiveClient;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.live.LiveFeed;
import io.consumo.dashboard.live.Watching;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Skeleton;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.part.Until;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.Session.Role;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where days live: the window, the archive, what came late, what was loaded back, and who did what. */
@PermitAll
@Route("lifecycle")
public final class LifecycleView extends Div implements BeforeEnterObserver, Titled {

    private static final String DONE = "DONE";
    private static final String KIND = "kind";
    private static final int OPERATIONS = 50;

    private final transient ArchiveClient archive;
    private final transient Caller caller;
    private final transient Formats formats;
    private final boolean operates;
    private final Div failed = new Div();
    private final Div refused = new Div();
    private final Div figures = new Div(new Skeleton());
    private final ArchiveActions actions;
    private final Region strip = new Region("low");
    private final Region restores = new Region("low");
    private final Region waiting = new Region("low");
    private final AuditTable audit;
    private transient @Nullable ArchiveSummary shown;
    private transient @Nullable String followed;

    LifecycleView(ArchiveClient archive, LiveFeed feed, Callers callers, ZoneProperties zone) {
        this.archive = archive;
        caller = callers.current();
        operates = callers.signedIn().role() == Role.OPERATOR;
        formats = new Formats(caller.language(), zone.zone());
        addClassName("lifecycle");
        actions = new ArchiveActions(
                operates,
                () -> attempt(() -> archive.archive(caller)),
                () -> attempt(() -> archive.verify(caller)),
                this::restore,
                formats);
        audit = new AuditTable(
                formats, kind -> archive.operations(caller, kind, OPERATIONS), kind -> UI.getCurrentOrThrow()
                        .navigate(
                                "lifecycle",
                                kind == null
                                        ? QueryParameters.empty()
                                        : new QueryParameters(Map.of(KIND, List.of(kind)))));
        Div columns = new Div(
                new Card(getTranslation("restores.title"), restores),
                new Card(getTranslation("waiting.title"), waiting));
        columns.addClassName("lifecycle-columns");
        add(
                failed,
                figures,
                actions,
                refused,
                new Card(getTranslation("lifecycle.strip"), strip),
                columns,
                new Card(getTranslation("audit.title"), audit));
        Watching.keep(this, feed.archive(), caller, this::take);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        audit.show(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(KIND)
                .orElse(null));
    }

    private void take(Fetched<ArchiveSummary> fetched) {
        failed.removeAll();
        if (fetched.failure() != null) {
            failed.add(new FailedPart(fetched.failure()));
        }
        ArchiveSummary summary = fetched.value();
        if (summary == null || summary.equals(shown)) {
            return;
        }
        ArchiveSummary before = shown;
        shown = summary;
        figures.removeAll();
        figures.add(new ArchiveFigures(summary, formats));
        if (followed == null) {
            actions.show(summary.running());
        }
        if (before == null || hasEnded(before, summary)) {
            load(summary);
        }
    }

    /** Something ended meanwhile: days, restores and audit may differ. */
    private static boolean hasEnded(ArchiveSummary before, ArchiveSummary now) {
        boolean ended = before.running() != null
                && (now.running() == null
                        || !before.running().id().equals(now.running().id()));
        return ended || before.days() != now.days() || before.restores() != now.restores();
    }

    private void load(ArchiveSummary summary) {
        strip.refresh(
                () -> new DayStrip.Content(
                        archive.days(caller), archive.late(caller), archive.restores(caller), archive.holds(caller)),
                content -> new DayStrip(summary, content, LocalDate.now(formats.zone()), formats));
        restores.refresh(
                () -> archive.restores(caller),
                found -> new RestoreTable(found, formats, operates ? this::release : null));
        waiting.refresh(
                () -> new WaitingTables.Content(archive.late(caller), archive.holds(caller)),
                content -> new WaitingTables(content, formats));
        audit.refresh();
    }

    private void release(String id) {
        archive.release(caller, id);
        load(Objects.requireNonNull(shown));
    }

    private void attempt(Supplier<ArchiveRun> start) {
        refused.removeAll();
        try {
            began(start.get());
        } catch (BackendFailure failure) {
            if (failure.is(Kind.UNAUTHORISED)) {
                throw failure;
            }
            refused.add(new FailedPart(failure));
        }
    }

    private void restore() {
        refused.removeAll();
        LocalDate last = shown == null || shown.lastDay() == null
                ? LocalDate.now(formats.zone()).minusDays(1)
                : shown.lastDay();
        new RestoreWizard(archive, caller, formats, last, this::began).open();
    }

    /** It is looked at by itself: between two summaries it may be over, and they tell nothing of its end. */
    private void began(ArchiveRun run) {
        followed = run.id();
        actions.show(run);
        Until.over(this, () -> archive.run(caller, run.id()), this::follow, this::lose);
    }

    private boolean follow(ArchiveRun run) {
        actions.show(run);
        if (ArchiveActions.isRunning(run)) {
            return false;
        }
        followed = null;
        if (!run.state().equals(DONE)) {
            String why = run.error() == null ? getTranslation("archive.interrupted") : run.error();
            Div failure = new Div(
                    Icon.of("warning"),
                    new Span(getTranslation("archive.failed", getTranslation("operation." + run.kind()), why)));
            failure.addClassName("failed");
            failure.getElement().setAttribute("role", "alert");
            refused.add(failure);
        }
        if (shown != null) {
            load(shown);
        }
        return true;
    }

    private void lose(BackendFailure failure) {
        followed = null;
        actions.show(shown == null ? null : shown.running());
        refused.add(new FailedPart(failure));
    }

    @Override
    public String title() {
        return getTranslation("page.LIFECYCLE");
    }
}
