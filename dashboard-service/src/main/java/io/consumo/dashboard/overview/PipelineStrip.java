package io.consumo.dashboard.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.BackendFailure.Kind;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Skeleton;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import io.consumo.model.api.PipelinePart;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Producer to archive, with rate, lag and health of each; a broken part says what to do. */
final class PipelineStrip extends Div {

    private static final String UP = "UP";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String API = "api";
    private static final String RESTART = "restart-";
    private static final Pattern BEYOND_THE_WINDOW = Pattern.compile("days beyond the window of (\\d+): (\\d+)");

    private final transient Formats formats;
    private final Card card = new Card(translate("pipeline.title"));
    private final Div failure = new Div();
    private transient @Nullable List<PipelinePart> shown;

    /** @param tools at the right of the title */
    PipelineStrip(Formats formats, Component... tools) {
        this.formats = formats;
        addClassName("pipeline-panel");
        card.tools(tools);
        card.show(failure, new Skeleton());
        add(card);
    }

    void take(Fetched<List<PipelinePart>> fetched) {
        failure.removeAll();
        BackendFailure reason = fetched.ownFailure();
        if (reason != null) {
            failure.add(new FailedPart(reason));
        }
        List<PipelinePart> parts = known(fetched);
        if (parts == null) {
            card.show(failure);
        } else if (!parts.equals(shown)) {
            shown = parts;
            OrderedList strip = new OrderedList();
            strip.addClassName("pipeline");
            parts.forEach(part -> strip.add(item(part)));
            Div advice = new Div();
            advice.addClassName("pipeline-advice");
            parts.stream().filter(part -> isInTrouble(part)).forEach(part -> advice.add(advice(part)));
            card.show(failure, strip, advice);
        }
    }

    /** While the API is away nothing is known of the parts but that it is the API that is missing. */
    private static @Nullable List<PipelinePart> known(Fetched<List<PipelinePart>> fetched) {
        List<PipelinePart> parts = fetched.value();
        BackendFailure reason = fetched.failure();
        if (parts == null || reason == null || !reason.is(Kind.UNREACHABLE)) {
            return parts;
        }
        return parts.stream()
                .map(part -> part.name().equals(API)
                        ? new PipelinePart(API, "DOWN", null, null, null, RESTART + API, null)
                        : new PipelinePart(part.name(), UNKNOWN, null, null, null, null, null))
                .toList();
    }

    private ListItem item(PipelinePart part) {
        Span name = new Span(translate("part." + part.name()));
        name.addClassName("part-name");
        String health = translate("health." + part.status());
        Span state = new Span(isInTrouble(part) ? health : "");
        state.getElement().setAttribute("role", "img").setAttribute("aria-label", health);
        state.getElement().setAttribute("title", health);
        state.addClassName("part-state");
        Div figures = new Div(new Span(rate(part)), new Span(lag(part)));
        figures.addClassName("part-figures");
        ListItem item = new ListItem(Icon.of("part-" + part.name()), name, state, figures);
        item.addClassNames("part", "part-" + part.status());
        if (part.detail() != null) {
            item.getElement().setAttribute("title", detail(part.detail()));
        }
        return item;
    }

    private String rate(PipelinePart part) {
        Double rate = part.rate();
        String unit = part.rateUnit();
        if (rate == null || unit == null) {
            return isInTrouble(part) ? "" : translate("health." + part.status());
        }
        return formats.rate(rate) + Formats.THIN_SPACE + word(unit);
    }

    private String lag(PipelinePart part) {
        Double lag = part.lagSeconds();
        return lag == null ? "" : translate("part.lag", formats.rate(lag));
    }

    private static boolean isInTrouble(PipelinePart part) {
        return !part.status().equals(UP) && !part.status().equals(UNKNOWN);
    }

    private static String word(String unit) {
        String key = "unit." + unit;
        return Texts.has(key) ? translate(key) : unit;
    }

    /** In the reader's words where it is one of ours; what a library said of a failure stays as it is. */
    private static String detail(String told) {
        Matcher beyond = BEYOND_THE_WINDOW.matcher(told);
        return beyond.matches()
                ? translate("part.beyond", Integer.valueOf(beyond.group(1)), Integer.valueOf(beyond.group(2)))
                : told;
    }

    private static String whatToDo(PipelinePart part) {
        String advice = String.valueOf(part.advice()).replace('.', '-');
        if (advice.startsWith(RESTART)) {
            return translate("advice.restart", advice.substring(RESTART.length()));
        }
        String key = "advice." + advice;
        return Texts.has(key) ? translate(key) : translate("advice.other", part.name());
    }

    private static Div advice(PipelinePart part) {
        String name = translate("part." + part.name());
        Span what = new Span(translate("pipeline.notUp", name, translate("health." + part.status())));
        what.addClassName("advice-what");
        Span todo = new Span(whatToDo(part));
        Div advice = new Div(Icon.of("warning"), what, todo);
        advice.addClassNames("advice", "advice-" + part.status());
        if (part.detail() != null) {
            Span detail = new Span(detail(part.detail()));
            detail.addClassName("advice-detail");
            advice.add(detail);
        }
        return advice;
    }
}
