package io.consumo.dashboard.backend;

import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.Anomaly;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for; an empty set means all.
 *
 * @param from cases that still showed on this day or later
 * @param to cases that showed on this day or earlier
 */
public record CaseFilter(
        Set<AnomalyType> types,
        Set<Severity> severities,
        Set<CaseStatus> statuses,
        @Nullable String clientId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String assignee) {

    /** The states in which a case still waits for somebody. */
    public static final Set<CaseStatus> UNDECIDED =
            Set.copyOf(EnumSet.of(CaseStatus.OPEN, CaseStatus.ACKNOWLEDGED, CaseStatus.INSPECTION));

    public static final CaseFilter OPEN = of(Set.of(), Set.of(), UNDECIDED);

    public static CaseFilter of(Set<AnomalyType> types, Set<Severity> severities, Set<CaseStatus> statuses) {
        return new CaseFilter(types, severities, statuses, null, null, null, null);
    }

    public static CaseFilter ofClient(String clientId) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), clientId, null, null, null);
    }

    /** Cases of any state that showed on that day. */
    public static CaseFilter on(LocalDate day) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), null, day, day, null);
    }

    /** @param name null for whoever works on them, or nobody */
    public CaseFilter assignedTo(@Nullable String name) {
        return new CaseFilter(types, severities, statuses, clientId, from, to, name);
    }

    public CaseFilter {
        types = Set.copyOf(types);
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
    }

    /** Whether a case would be among them, as far as its type, severity, state and assignee say. */
    public boolean admits(Anomaly anomaly) {
        return (types.isEmpty() || types.contains(anomaly.type()))
                && (severities.isEmpty() || severities.contains(anomaly.severity()))
                && (statuses.isEmpty() || statuses.contains(anomaly.status()))
                && (assignee == null || assignee.equals(anomaly.assignee()));
    }

    /** Appended to a path, with the values to be filled in collected aside. */
    String query(List<Object> values) {
        StringBuilder query = new StringBuilder();
        append(query, values, "type", sorted(types));
        append(query, values, "severity", sorted(severities));
        append(query, values, "status", sorted(statuses));
        append(query, values, "client", optional(clientId));
        append(query, values, "from", optional(from));
        append(query, values, "to", optional(to));
        append(query, values, "assignee", optional(assignee));
        return query.toString();
    }

    private static <E extends Enum<E>> List<E> sorted(Set<E> set) {
        List<E> list = new ArrayList<>(set);
        list.sort(null);
        return list;
    }

    private static List<?> optional(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static void append(StringBuilder query, List<Object> values, String name, Collection<?> wanted) {
        for (Object value : wanted) {
            query.append('&').append(name).append("={value}");
            values.add(value);
        }
    }
}
