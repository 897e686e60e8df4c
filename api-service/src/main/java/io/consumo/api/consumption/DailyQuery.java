package io.consumo.api.consumption;

import io.consumo.api.request.DayRange;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.ClientDay;
import io.consumo.model.api.Page;
import java.util.List;
import java.util.function.Consumer;

/** Reads the days that clients have. */
public interface DailyQuery {

    /** By what a list of all clients' days can be ordered; the other field breaks ties, ascending. */
    enum SortField implements Sorting.Field {
        DAY("day"),
        CLIENT_ID("clientId");

        private final String wireName;

        SortField(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Whether anything was ever stored of the client. */
    boolean knows(String clientId);

    /** Whether any day of the range is archived, or about to be. */
    boolean reachesIntoTheArchive(DayRange range);

    /** Those days of the range that are archived, or about to be: each run of them, in their order. */
    List<DayRange> archived(DayRange range);

    /** In the order of days. */
    List<ClientDay> ofClient(String clientId, DayRange range);

    /** Day by day, each in the order of clients, without holding more than some of them at a time. */
    void each(DayRange range, Consumer<ClientDay> consumer);

    Page<ClientDay> ofAll(DayRange range, Sorting<SortField> sorting, Paging paging);
}
