package io.consumo.api.overview;

import java.time.LocalDate;
import java.util.List;

/** All clients' local day, clock hour by clock hour: 24 of them, 23 or 25 when the clock changes. */
public record DayLoad(LocalDate day, List<Hour> hours) {

    /**
     * One clock hour of all clients.
     *
     * @param energy in 0.1 Wh
     * @param clients that reported anything of it
     */
    public record Hour(long energy, int clients, int readings) {

        public static final Hour NONE = new Hour(0, 0, 0);

        public Hour plus(Hour other) {
            return new Hour(energy + other.energy, clients + other.clients, readings + other.readings);
        }
    }
}
