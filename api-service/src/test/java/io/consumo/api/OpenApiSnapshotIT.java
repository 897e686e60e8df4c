package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract is the document that is checked in; whoever changes it sees what he changes for others. */
@OnThrowawayStores
class OpenApiSnapshotIT {

    private static final Path SNAPSHOT = Path.of("..", "docs", "openapi.json");
    private static final String ACCEPT = "consumo.accept-openapi";
    private static final int TOLD = 40;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    Http http;

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() throws IOException {
        String now = JSON.writeValueAsString(JSON.readValue(
                        http.send("GET", "/openapi.json", null, null).response().body(), Object.class))
                + "\n";
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(SNAPSHOT, now);
        }
        List<String> changes = new ArrayList<>();
        compare("", JSON.readTree(Files.readString(SNAPSHOT)), JSON.readTree(now), changes);
        assertThat(changes.stream().limit(TOLD))
                .as(
                        "The API's contract has changed. If it is meant to, accept it with"
                                + " ./test.sh -pl api-service -am -Dit.test=OpenApiSnapshotIT -Dtest=NONE"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -D%s=true",
                        ACCEPT)
                .isEmpty();
    }

    private static void compare(String place, JsonNode before, JsonNode now, List<String> changes) {
        if (before.isObject() && now.isObject()) {
            TreeSet<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> compare(place + "/" + name, before.path(name), now.path(name), changes));
        } else if (before.isArray() && now.isArray()) {
            for (int index = 0; index < Math.max(before.size(), now.size()); index++) {
                compare(place + "/" + index, before.path(index), now.path(index), changes);
            }
        } else if (before.isMissingNode()) {
            changes.add("new: " + place);
        } else if (now.isMissingNode()) {
            changes.add("gone: " + place);
        } else if (!before.equals(now)) {
            changes.add(place + ": " + before + " is now " + now);
        }
    }
}
