package io.consumo.api.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.model.IntervalLength;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Without an archiver; with one, see its own tests. */
@OnThrowawayStores
class ArchiveIT {

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Test
    void readsTheWindowWithoutTheArchiver() {
        stored.day("kept", LocalDate.of(2026, 11, 20), IntervalLength.HOUR, slot -> 1);

        assertThat(http.get("/api/v1/clients/kept/daily?from=2026-11-01&to=2026-11-23")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsMissingWhereARangeReachesIntoTheArchive() {
        stored.day("gone", LocalDate.of(2026, 11, 20), IntervalLength.HOUR, slot -> 1);
        stored.sql("insert into consumption.day_state (day, sealed_at) values ('2025-10-01', now())");

        Answer answer = http.get("/api/v1/clients/gone/daily?from=2025-10-01&to=2026-10-01");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:consumo:problem:service-down");
        assertThat(answer.json().get("detail").asString()).contains("days of the window can be read without it");
        assertThat(http.get("/api/v1/archive/summary").status()).isEqualTo(503);
    }

    @Test
    void aRestoreNeedsItsDays() {
        assertThat(preview("{}").json().get("field").asString()).isEqualTo("from");
        assertThat(preview("{\"from\":\"2026-10-02\"}").json().get("field").asString())
                .isEqualTo("to");
        Answer turned = preview("{\"from\":\"2026-10-02\",\"to\":\"2026-10-01\"}");
        assertThat(turned.status()).isEqualTo(400);
        assertThat(turned.json().get("allowed").toString()).contains("2026-10-01");
    }

    private Answer preview(String body) {
        return http.send(
                "POST",
                "/api/v1/archive/restores/preview",
                body,
                Http.basic("operator"),
                "Content-Type",
                "application/json");
    }

    @Test
    void letsOnlyOperatorsChangeTheArchive() {
        for (String path : List.of("/runs", "/verifications", "/restores", "/restores/preview")) {
            assertThat(http.send(
                                    "POST",
                                    "/api/v1/archive" + path,
                                    "{}",
                                    Http.basic("analyst"),
                                    "Content-Type",
                                    "application/json")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(http.send("DELETE", "/api/v1/archive/restores/1", null, Http.basic("analyst"))
                        .status())
                .isEqualTo(403);
        assertThat(http.send("DELETE", "/api/v1/archive/restores/1", null, Http.basic("operator"))
                        .status())
                .isEqualTo(503);
    }
}
