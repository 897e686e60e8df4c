package io.consumo.api.consumption;

import java.time.LocalDate;
import java.util.Map;

/** Tells what was written to, so that nothing is summed again that is as it was. */
public interface WrittenDays {

    /** How many readings were ever stored; changes with the batch that stores some. */
    long arrivals();

    /** A number for each stored day that changes some seconds, at most, after anything of the day did. */
    Map<LocalDate, Long> writes();

    /** Whether months and cases have followed all that is stored. */
    boolean allFollowed();

    default State on(LocalDate today) {
        return new State(today, arrivals(), writes());
    }

    /** While it is the same, so are all sums up to today. */
    record State(LocalDate today, long arrivals, Map<LocalDate, Long> writes) {}
}
