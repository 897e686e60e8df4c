package io.consumo.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What happens when the API no longer knows a session: login again, then back to the same page. */
final class SessionEnd {

    private static final String MARK = SessionEnd.class.getName();

    private SessionEnd() {}

    /** Loading the page again without a login makes the login remember it. */
    static void happens(UI ui) {
        WrappedSession session = ui.getSession().getSession();
        session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        session.setAttribute(MARK, true);
        ui.getPage().reload();
    }

    /** Whether the login is shown because of it; tells so once. */
    static boolean tookPlace(VaadinSession session) {
        WrappedSession wrapped = session.getSession();
        boolean marked = wrapped.getAttribute(MARK) != null;
        wrapped.removeAttribute(MARK);
        return marked;
    }
}
