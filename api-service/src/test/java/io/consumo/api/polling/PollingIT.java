package io.consumo.api.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.model.IntervalLength;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThrowawayStores
class PollingIT {

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        stored.day("polled-1", LocalDate.of(2026, 11, 23), IntervalLength.HOUR, slot -> 1);
        Answer first = http.get("/api/v1/clients?q=polled");
        String tag = first.header("ETag");
        assertThat(tag).startsWith("W/");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");

        Answer again = http.get("/api/v1/clients?q=polled", "If-None-Match", String.valueOf(tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();

        stored.day("polled-2", LocalDate.of(2026, 11, 23), IntervalLength.HOUR, slot -> 1);
        assertThat(http.get("/api/v1/clients?q=polled", "If-None-Match", String.valueOf(tag))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAnswerOfSomeLengthIsCompressed() {
        for (int client = 100; client < 140; client++) {
            stored.day("packed-" + client, LocalDate.of(2026, 11, 23), IntervalLength.HOUR, slot -> 1);
        }
        Answer list = http.get("/api/v1/clients?q=packed", "Accept-Encoding", "gzip");
        assertThat(list.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(list.header("ETag")).isNotNull();
    }

    @Test
    void tablesAreNeitherHeldBackNorTagged() {
        assertThat(http.get("/api/v1/anomalies.csv").header("ETag")).isNull();
    }
}
