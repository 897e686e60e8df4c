package io.consumo.dashboard.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Where one client or one case is shown, whatever characters its id has. */
public final class Addresses {

    /** The place of the id in a route. */
    private static final String ID = "id";

    private Addresses() {}

    public static String ofClient(String id) {
        return "/clients/" + UriUtils.encode(id, UTF_8);
    }

    public static String ofCase(String id) {
        return "/anomalies/" + UriUtils.encode(id, UTF_8);
    }

    /** The id in the address that is entered; Vaadin hands it over as it stands there. */
    public static Optional<String> id(BeforeEnterEvent event) {
        return event.getRouteParameters().get(ID).map(Addresses::decode);
    }

    private static String decode(String segment) {
        try {
            return UriUtils.decode(segment, UTF_8);
        } catch (IllegalArgumentException typed) {
            // By hand, with a percent sign that stands for itself.
            return segment;
        }
    }
}
