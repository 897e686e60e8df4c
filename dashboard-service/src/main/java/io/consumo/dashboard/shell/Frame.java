package io.consumo.dashboard.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.consumo.dashboard.backend.Caller;
import io.consumo.dashboard.backend.ClientsClient;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.live.LiveFeed;
import io.consumo.dashboard.live.Watching;
import io.consumo.dashboard.part.Titled;
import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.ZoneProperties;
import io.consumo.model.api.Overview;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;

/** What stays around every page: navigation, banner, top bar. */
@Layout
@PermitAll
public final class Frame extends Div implements RouterLayout, AfterNavigationObserver {

    private final Navigation navigation = new Navigation();
    private final DemoBanner banner = new DemoBanner();
    private final H1 title = new H1();
    private final Main content = new Main();
    private final LiveMark live;
    private final Span zone = new Span();

    Frame(
            LiveFeed feed,
            Callers callers,
            ClientsClient clients,
            AuthenticationContext authentication,
            ZoneProperties settings,
            FreshnessProperties freshness) {
        Caller caller = callers.current();
        live = new LiveMark(new Formats(caller.language(), settings.zone()), freshness.late(), InstantSource.system());
        zone.setText(settings.zone().getId());
        zone.addClassName("zone");
        zone.getElement().setAttribute("title", getTranslation("zone.title"));
        Div tools = new Div(
                zone, new LanguageSwitch(), new ThemeSwitch(), new UserMenu(callers.signedIn(), authentication));
        tools.addClassName("topbar-tools");
        Header topbar = new Header(title, new ClientSearch(clients, caller), live, tools);
        topbar.addClassName("topbar");
        content.addClassName("content");
        Div page = new Div(banner, topbar, content);
        page.addClassName("page");
        addClassName("frame");
        add(navigation, page);
        Watching.keep(this, feed.overview(), caller, this::takeOverview);
        Watching.keep(this, feed.pipeline(), caller, live::takePipeline);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.mark(event.getLocation().getFirstSegment());
        event.getActiveChain().stream()
                .filter(Titled.class::isInstance)
                .map(Titled.class::cast)
                .findFirst()
                .ifPresent(view -> title.setText(view.title()));
    }

    private void takeOverview(Fetched<Overview> fetched) {
        live.takeOverview(fetched);
        Overview overview = fetched.value();
        if (overview != null) {
            banner.inForce(overview.demoPasswords());
            zone.setText(overview.zone());
        }
    }
}
