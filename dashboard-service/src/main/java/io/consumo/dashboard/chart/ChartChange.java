package io.consumo.dashboard.chart;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What of a chart has to be sent again. */
final class ChartChange {

    private static final String SERIES = "series";
    private static final String OWN = "consumo";

    private ChartChange() {}

    /** The series and texts that differ, empty for none; null when more than these differ, so that all has to be sent. */
    static @Nullable ObjectNode between(ObjectNode before, ObjectNode after) {
        JsonNode old = before.path(SERIES);
        JsonNode fresh = after.path(SERIES);
        if (!frame(before).equals(frame(after)) || old.size() != fresh.size()) {
            return null;
        }
        ArrayNode series = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < fresh.size(); index++) {
            if (!old.get(index).path("id").equals(fresh.get(index).path("id"))) {
                return null;
            }
            if (!old.get(index).equals(fresh.get(index))) {
                series.add(fresh.get(index));
            }
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        if (!series.isEmpty()) {
            changed.set(SERIES, series);
        }
        if (!before.path(OWN).equals(after.path(OWN))) {
            changed.set(OWN, after.path(OWN));
        }
        return changed;
    }

    private static ObjectNode frame(ObjectNode options) {
        ObjectNode rest = options.deepCopy();
        rest.remove(SERIES);
        rest.remove(OWN);
        return rest;
    }
}
