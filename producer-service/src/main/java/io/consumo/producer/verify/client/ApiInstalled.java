package io.consumo.producer.verify.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.MonthlyConsumption;
import io.consumo.model.api.Page;
import io.consumo.producer.verify.Installed;
import io.consumo.producer.verify.NotAnswered;
import io.consumo.producer.verify.VerifyProperties;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API as a viewer, and the consumer what it has still to do. */
@Component
class ApiInstalled implements Installed {

    /** The API's longest range and largest page. */
    private static final int DAYS_A_REQUEST = 400;

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final VerifyProperties properties;
    private final HttpClient http;

    ApiInstalled(VerifyProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder().connectTimeout(properties.timeout()).build();
    }

    @Override
    public boolean isUpToDate() {
        URI health = properties.consumer().resolve("/health");
        JsonNode work = JSON.readTree(
                get(HttpRequest.newBuilder(health), "the consumer").body());
        return work.path("lag").asLong(1) == 0 && work.path("marks").asLong(1) == 0;
    }

    @Override
    public List<DailyConsumption> days(String clientId, LocalDate first, LocalDate last) {
        List<DailyConsumption> days = new ArrayList<>();
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(DAYS_A_REQUEST)) {
            LocalDate to = from.plusDays(DAYS_A_REQUEST - 1L);
            days.addAll(page(
                    clientId,
                    "daily",
                    from,
                    to.isBefore(last) ? to : last,
                    new TypeReference<Page<DailyConsumption>>() {}));
        }
        return days;
    }

    @Override
    public List<MonthlyConsumption> months(String clientId, YearMonth first, YearMonth last) {
        return page(clientId, "monthly", first, last, new TypeReference<Page<MonthlyConsumption>>() {});
    }

    /** All of it: a page holds more than a range may span. */
    private <T> List<T> page(String clientId, String what, Object from, Object to, TypeReference<Page<T>> type) {
        String path = "/api/v1/clients/" + URLEncoder.encode(clientId, UTF_8).replace("+", "%20") + "/" + what
                + "?from=" + from + "&to=" + to;
        HttpResponse<String> response = get(
                HttpRequest.newBuilder(properties.api().resolve(path))
                        .header("Authorization", "Basic " + credentials()),
                "the API");
        return response.statusCode() == NOT_FOUND
                ? List.of()
                : JSON.readValue(response.body(), type).content();
    }

    private String credentials() {
        return Base64.getEncoder().encodeToString(("viewer:" + properties.password()).getBytes(UTF_8));
    }

    private HttpResponse<String> get(HttpRequest.Builder request, String whom) {
        HttpRequest asked = request.timeout(properties.timeout()).build();
        try {
            HttpResponse<String> response = http.send(asked, BodyHandlers.ofString());
            if (response.statusCode() != OK && response.statusCode() != NOT_FOUND) {
                throw new NotAnswered(whom + " answered " + asked.uri() + " with " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new NotAnswered(whom + " does not answer at " + asked.uri().getHost() + ":"
                    + asked.uri().getPort());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnswered("interrupted while waiting for " + whom);
        }
    }
}
