package io.consumo.dashboard.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.SimulationClient;
import io.consumo.dashboard.live.LiveFeed;
import io.consumo.dashboard.live.Watching;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.shell.Callers;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.Session.Role;
import jakarta.annotation.security.PermitAll;

/** Is data arriving, how much is it, what is wrong, and where is it stuck; live. */
@PermitAll
@Route("")
public final class OverviewView extends Div implements Titled {

    OverviewView(LiveFeed feed, SimulationClient simulations, Callers callers, ZoneProperties settings) {
        addClassName("overview");
        Caller caller = callers.current();
        Formats formats = new Formats(caller.language(), settings.zone());

        Tiles tiles = new Tiles(formats);
        LoadPanel load = new LoadPanel(formats);
        NewestCases cases = new NewestCases(formats);
        Div middle = new Div(load, cases);
        middle.addClassName("overview-middle");
        PipelineStrip pipeline = callers.signedIn().role() == Role.OPERATOR
                ? new PipelineStrip(formats, new GenerateData(simulations, caller, formats))
                : new PipelineStrip(formats);
        add(tiles, middle, pipeline);

        Watching.keep(tiles, feed.overview(), caller, tiles::take);
        Watching.keep(load, feed.load(), caller, load::take);
        Watching.keep(cases, feed.newestCases(), caller, cases::take);
        Watching.keep(pipeline, feed.pipeline(), caller, pipeline::take);
    }

    @Override
    public String title() {
        return getTranslation("page.OVERVIEW");
    }
}
