package io.consumo.api.rules;

import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import java.util.List;
import java.util.Optional;

/**
 * The consumer, which alone judges. All methods throw {@link ConsumerAway} when it does not answer and
 * {@link ConsumerRefused} when it will not do it.
 */
public interface RuleEngine {

    /** As they judge now, without their precision. */
    List<RuleSettings> rules();

    /** @throws io.consumo.api.request.InvalidParameter naming the threshold and what it may be */
    void check(String rule, RuleChange change);

    /** Has the consumer read the settings again, instead of within some seconds. */
    void refresh();

    /** @throws io.consumo.api.request.InvalidParameter naming what of it makes no sense */
    Backtest backtest(BacktestRequest request, String by);

    Optional<Backtest> backtest(String id);

    /** Empty for an unknown client. */
    Optional<ClientBaseline> baseline(String clientId);

    /** Has the client's days judged again, by what people have decided about it. */
    void rejudge(String clientId);
}
