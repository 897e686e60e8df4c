package io.consumo.api.rules.client;

import io.consumo.api.overview.ServiceHttp;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.rules.ConsumerAway;
import io.consumo.api.rules.ConsumerRefused;
import io.consumo.api.rules.RuleEngine;
import io.consumo.api.rules.RulesProperties;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Asks the consumer over internal HTTP. */
@Component
class HttpRuleEngine implements RuleEngine {

    private static final String RULES = "/internal/rules";
    private static final String BACKTESTS = "/internal/backtests";
    private static final String CLIENT = "/internal/clients/{id}";

    private final RestClient http;

    HttpRuleEngine(ServiceHttp services, RulesProperties rules) {
        this.http =
                services.to("consumer", rules.timeout(), (status, type, detail) -> new ConsumerRefused(status, detail));
    }

    @Override
    public List<RuleSettings> rules() {
        return asked(() -> Objects.requireNonNull(
                http.get().uri(RULES).retrieve().body(new ParameterizedTypeReference<List<RuleSettings>>() {})));
    }

    @Override
    public void check(String rule, RuleChange change) {
        try {
            post(RULES + "/{rule}/check", change, rule);
        } catch (ConsumerRefused refused) {
            throw orInvalid(refused, "thresholds", change.thresholds().keySet());
        }
    }

    @Override
    public void refresh() {
        post(RULES + "/refresh", null);
    }

    @Override
    public Backtest backtest(BacktestRequest request, String by) {
        try {
            return asked(() -> Objects.requireNonNull(http.post()
                    .uri(BACKTESTS)
                    .header("X-Consumo-By", by)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(request)
                    .retrieve()
                    .body(Backtest.class)));
        } catch (ConsumerRefused refused) {
            Set<String> names = request.rules().values().stream()
                    .flatMap(trial -> trial.thresholds().keySet().stream())
                    .collect(Collectors.toSet());
            names.addAll(request.rules().keySet());
            throw orInvalid(refused, "rules", names);
        }
    }

    @Override
    public Optional<Backtest> backtest(String id) {
        return found(() -> Optional.ofNullable(
                http.get().uri(BACKTESTS + "/{id}", id).retrieve().body(Backtest.class)));
    }

    @Override
    public Optional<ClientBaseline> baseline(String clientId) {
        return found(() -> Optional.ofNullable(
                http.get().uri(CLIENT + "/baseline", clientId).retrieve().body(ClientBaseline.class)));
    }

    @Override
    public void rejudge(String clientId) {
        post(CLIENT + "/rejudge", null, clientId);
    }

    /** Of a 400, which names what is wrong in its sentence: by the longest of the names, which may hold another. */
    private static RuntimeException orInvalid(ConsumerRefused refused, String field, Collection<String> names) {
        if (refused.status() != 400) {
            return refused;
        }
        String wrong = names.stream()
                .filter(refused.detail()::contains)
                .max(Comparator.comparingInt(String::length))
                .orElse(field);
        String reason = refused.detail().startsWith(wrong + " ")
                ? refused.detail().substring(wrong.length() + 1)
                : refused.detail();
        return new InvalidParameter(wrong, reason, List.of(reason.replaceFirst(", was .*", "")));
    }

    private void post(String path, @Nullable Object body, Object... variables) {
        asked(() -> {
            RestClient.RequestBodySpec request = http.post().uri(path, variables);
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.retrieve().toBodilessEntity();
        });
    }

    private static <T> Optional<T> found(Supplier<Optional<T>> request) {
        try {
            return asked(request);
        } catch (ConsumerRefused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (ResourceAccessException e) {
            throw new ConsumerAway(e);
        }
    }
}
