package io.consumo.api.clients;

import io.consumo.api.request.Sorting;
import io.consumo.model.api.ClientSummary;
import java.util.Comparator;

/** By what clients can be ordered; their ids break ties. */
public enum ClientSort implements Sorting.Field {
    CLIENT_ID("clientId"),
    FIRST_DAY("firstDay"),
    LAST_DAY("lastDay"),
    AVERAGE_DAILY_KWH("averageDailyKwh"),
    NIGHT_SHARE("nightShare"),
    COMPLETENESS("completeness"),
    OPEN_ANOMALIES("openAnomalies");

    private final String wireName;

    ClientSort(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    private Comparator<ClientSummary> ascending() {
        return switch (this) {
            case CLIENT_ID -> Comparator.comparing(ClientSummary::clientId);
            case FIRST_DAY -> Comparator.comparing(ClientSummary::firstDay);
            case LAST_DAY -> Comparator.comparing(ClientSummary::lastDay);
            case AVERAGE_DAILY_KWH -> Comparator.comparing(ClientSummary::averageDailyKwh);
            case NIGHT_SHARE -> Comparator.comparing(ClientSummary::nightShare);
            case COMPLETENESS -> Comparator.comparing(ClientSummary::completeness);
            case OPEN_ANOMALIES -> Comparator.comparing(ClientSummary::openAnomalies);
        };
    }

    static Comparator<ClientSummary> order(Sorting<ClientSort> sorting) {
        Comparator<ClientSummary> ascending = sorting.field().ascending();
        return (sorting.descending() ? ascending.reversed() : ascending).thenComparing(ClientSummary::clientId);
    }
}
