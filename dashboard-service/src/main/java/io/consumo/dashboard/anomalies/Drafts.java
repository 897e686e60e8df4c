package io.consumo.dashboard.anomalies;

import com.vaadin.flow.server.VaadinSession;
import io.consumo.model.DismissalReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed for decisions that are not made yet; it outlives failures, other cases and a new login. */
final class Drafts {

    private final Map<String, Draft> drafts = new HashMap<>();

    /** One decision in the making. */
    record Draft(DecisionKind kind, @Nullable DismissalReason reason, String comment) {}

    private Drafts() {}

    /** One reader's. */
    static Drafts of(String username) {
        String name = Drafts.class.getName() + " " + username;
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(name) instanceof Drafts known) {
            return known;
        }
        Drafts fresh = new Drafts();
        session.setAttribute(name, fresh);
        return fresh;
    }

    Optional<Draft> find(String subject) {
        return Optional.ofNullable(drafts.get(subject));
    }

    void keep(String subject, Draft draft) {
        drafts.put(subject, draft);
    }

    void drop(String subject) {
        drafts.remove(subject);
    }
}
