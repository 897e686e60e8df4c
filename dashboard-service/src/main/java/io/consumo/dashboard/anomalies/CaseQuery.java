package io.consumo.dashboard.anomalies;

import com.vaadin.flow.router.QueryParameters;
import io.consumo.dashboard.backend.CaseFilter;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Filter and order as the page's address holds them; what it does not know it leaves out. */
final class CaseQuery {

    private static final String TYPE = "type";
    private static final String SEVERITY = "severity";
    private static final String STATUS = "status";
    private static final String ORDER = "order";
    private static final String ASSIGNEE = "assignee";
    private static final String ANY = "ANY";

    private CaseQuery() {}

    /** Without any status the undecided cases are meant. */
    static CaseFilter read(QueryParameters query) {
        Map<String, List<String>> parameters = query.getParameters();
        List<String> status = parameters.getOrDefault(STATUS, List.of());
        Set<CaseStatus> statuses = status.contains(ANY) ? Set.of() : parse(CaseStatus.class, status);
        return CaseFilter.of(
                        parse(AnomalyType.class, parameters.getOrDefault(TYPE, List.of())),
                        parse(Severity.class, parameters.getOrDefault(SEVERITY, List.of())),
                        statuses.isEmpty() && !status.contains(ANY) ? CaseFilter.UNDECIDED : statuses)
                .assignedTo(query.getSingleParameter(ASSIGNEE).orElse(null));
    }

    /** Without any order the expected recovery ranks. */
    static CaseOrder order(QueryParameters query) {
        return query.getSingleParameter(ORDER).flatMap(CaseOrder::parse).orElse(CaseOrder.RECOVERY);
    }

    static QueryParameters write(CaseFilter filter, CaseOrder order) {
        Map<String, List<String>> parameters = new HashMap<>();
        if (order != CaseOrder.RECOVERY) {
            parameters.put(ORDER, List.of(order.name()));
        }
        String assignee = filter.assignee();
        if (assignee != null) {
            parameters.put(ASSIGNEE, List.of(assignee));
        }
        put(parameters, TYPE, filter.types());
        put(parameters, SEVERITY, filter.severities());
        if (filter.statuses().isEmpty()) {
            parameters.put(STATUS, List.of(ANY));
        } else if (!filter.statuses().equals(CaseFilter.UNDECIDED)) {
            put(parameters, STATUS, filter.statuses());
        }
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, Collection<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values.stream().map(Enum::name).sorted().toList());
        }
    }

    private static <E extends Enum<E>> Set<E> parse(Class<E> kind, List<String> names) {
        Set<E> found = EnumSet.noneOf(kind);
        Arrays.stream(kind.getEnumConstants())
                .filter(value -> names.contains(value.name()))
                .forEach(found::add);
        return found;
    }
}
