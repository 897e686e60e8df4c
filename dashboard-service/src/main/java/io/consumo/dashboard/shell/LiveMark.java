package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.part.Ago;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Overview;
import io.consumo.model.api.PipelinePart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether data is arriving: when the last reading came, and which part is broken when none can. */
final class LiveMark extends Div {

    private final transient Formats formats;
    private final transient Duration late;
    private final transient InstantSource clock;
    private final Span dot = new Span();
    private final Span text = new Span();
    private final Ago ago;
    private transient @Nullable Fetched<Overview> overview;
    private transient @Nullable Fetched<List<PipelinePart>> pipeline;

    private enum State {
        WAITING,
        LIVE,
        LATE,
        BROKEN
    }

    LiveMark(Formats formats, Duration late, InstantSource clock) {
        this.formats = formats;
        this.late = late;
        this.clock = clock;
        ago = new Ago(clock.instant(), formats);
        addClassName("live");
        // Not the whole: what is counted on every second would be read out every second.
        text.getElement().setAttribute("role", "status");
        dot.addClassName("live-dot");
        text.addClassName("live-text");
        add(dot, text, ago);
        show(State.WAITING, "live.waiting");
    }

    void takeOverview(Fetched<Overview> fetched) {
        overview = fetched;
        refresh();
    }

    void takePipeline(Fetched<List<PipelinePart>> fetched) {
        pipeline = fetched;
        refresh();
    }

    private void refresh() {
        ago.setVisible(false);
        Optional<String> broken = broken();
        Instant last = overview == null || overview.value() == null
                ? null
                : overview.value().lastReadingAt();
        if (broken.isPresent()) {
            show(State.BROKEN, "live.broken", broken.get());
        } else if (overview == null || overview.value() == null) {
            show(State.WAITING, "live.waiting");
        } else if (last == null) {
            show(State.LATE, "live.none");
        } else {
            boolean isLate = Duration.between(last, clock.instant()).compareTo(late) > 0;
            show(isLate ? State.LATE : State.LIVE, "live.last");
            ago.show(last, formats);
            ago.setVisible(true);
        }
    }

    private Optional<String> broken() {
        if (overview != null && overview.failure() != null && overview.failure().is(Kind.UNREACHABLE)) {
            return Optional.of(translate("part.api"));
        }
        if (pipeline == null || pipeline.failure() != null || pipeline.value() == null) {
            return Optional.empty();
        }
        String down = pipeline.value().stream()
                .filter(part -> part.status().equals("DOWN"))
                .map(part -> translate("part." + part.name()))
                .collect(Collectors.joining(", "));
        return down.isEmpty() ? Optional.empty() : Optional.of(down);
    }

    private void show(State state, String key, Object... arguments) {
        for (State other : State.values()) {
            setClassName("live-" + other, other == state);
        }
        ago.setVisible(false);
        text.setText(translate(key, arguments));
    }
}
