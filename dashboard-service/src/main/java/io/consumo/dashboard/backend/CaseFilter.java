package io.consumo.dashboard.backend;

import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cases are asked for; an empty set means all. */
public record CaseFilter(
        Set<AnomalyType> types,
        Set<Severity> severities,
        Set<CaseStatus> statuses,
        @Nullable String clientId) {

    /** The states in which a case still waits for somebody. */
    public static final Set<CaseStatus> UNDECIDED =
            Set.copyOf(EnumSet.of(CaseStatus.OPEN, CaseStatus.ACKNOWLEDGED, CaseStatus.INSPECTION));

    public static final CaseFilter OPEN = new CaseFilter(Set.of(), Set.of(), UNDECIDED, null);

    public static CaseFilter ofClient(String clientId) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), clientId);
    }

    public CaseFilter {
        types = Set.copyOf(types);
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
    }

    /** Appended to a path, with the values to be filled in collected aside. */
    String query(List<Object> values) {
        StringBuilder query = new StringBuilder();
        append(query, values, "type", sorted(types));
        append(query, values, "severity", sorted(severities));
        append(query, values, "status", sorted(statuses));
        append(query, values, "client", clientId == null ? List.of() : List.of(clientId));
        return query.toString();
    }

    private static <E extends Enum<E>> List<E> sorted(Set<E> set) {
        List<E> list = new ArrayList<>(set);
        list.sort(null);
        return list;
    }

    private static void append(StringBuilder query, List<Object> values, String name, Collection<?> wanted) {
        for (Object value : wanted) {
            query.append('&').append(name).append("={value}");
            values.add(value);
        }
    }
}
