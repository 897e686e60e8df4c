package io.consumo.api.consumption;

import io.consumo.api.request.DayRange;
import io.consumo.model.store.FoundDay;
import java.util.List;

/** Days that are no longer in the window: held, restored, or in the archive. */
public interface OlderDays {

    /** The client's, in the order of days. */
    List<FoundDay> ofClient(String clientId, DayRange range);
}
