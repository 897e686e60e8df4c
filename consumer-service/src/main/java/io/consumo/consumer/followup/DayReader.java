package io.consumo.consumer.followup;

import io.consumo.model.ClientDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads clients' days as they stand. */
public interface DayReader {

    /** Those of the wanted days that there are. */
    List<ClientDay> read(Map<String, ? extends Set<LocalDate>> wanted);
}
