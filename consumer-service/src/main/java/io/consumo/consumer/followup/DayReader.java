package io.consumo.consumer.followup;

import io.consumo.model.ClientDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads clients' days as they stand. */
public interface DayReader {

    /** The days of each client since a day of its own, oldest first. */
    Map<String, List<ClientDay>> since(Map<String, LocalDate> firstDays);
}
