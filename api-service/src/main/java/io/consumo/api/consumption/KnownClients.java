package io.consumo.api.consumption;

import io.consumo.api.request.Unknown;
import org.springframework.stereotype.Component;

/** Tells a client without readings in some range from a name that is no client's. */
@Component
public final class KnownClients {

    private final DailyQuery days;
    private final MonthQuery months;

    KnownClients(DailyQuery days, MonthQuery months) {
        this.days = days;
        this.months = months;
    }

    /** @throws Unknown when nothing was ever stored of the client */
    public void require(String clientId) {
        if (!days.knows(clientId) && !months.knows(clientId)) {
            throw new Unknown(Unknown.Thing.CLIENT, clientId);
        }
    }
}
