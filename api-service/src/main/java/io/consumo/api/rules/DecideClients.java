package io.consumo.api.rules;

import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Text;
import io.consumo.api.request.Unknown;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientException;
import io.consumo.model.api.Rebaseline;
import io.consumo.model.store.ClientDecisionDocument;
import io.consumo.model.store.ClientDecisionDocument.Excepted;
import io.consumo.model.store.ClientDecisionDocument.Rebaselined;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * What is normal for a client, and what people say of it. A decision is stored before the client is judged again; when
 * that fails the same request can be sent again.
 */
@Service
public class DecideClients {

    private final RuleEngine engine;
    private final ClientDecisionStore decisions;
    private final Clock clock;

    DecideClients(RuleEngine engine, ClientDecisionStore decisions, Clock clock) {
        this.engine = engine;
        this.decisions = decisions;
        this.clock = clock;
    }

    public ClientBaseline baseline(String clientId) {
        return engine.baseline(clientId).orElseThrow(() -> new Unknown(Unknown.Thing.CLIENT, clientId));
    }

    public Rebaseline rebaseline(String clientId, Rebaseline wanted, String by) {
        LocalDate today = LocalDate.now(clock);
        if (wanted.from() == null || wanted.from().isAfter(today)) {
            throw new InvalidParameter(
                    "from",
                    wanted.from() == null ? "is missing" : "must not lie in the future, was " + wanted.from(),
                    List.of("a day up to " + today));
        }
        Text.require("reason", wanted.reason());
        baseline(clientId);
        Instant now = clock.instant();
        decisions.rebaseline(clientId, new Rebaselined(wanted.from().toString(), wanted.reason(), by, now));
        engine.rejudge(clientId);
        return new Rebaseline(wanted.from(), wanted.reason(), by, now);
    }

    /** @throws Unknown when there is none */
    public Rebaseline rebaseline(String clientId) {
        return rebaselined(clientId)
                .map(begun -> new Rebaseline(LocalDate.parse(begun.from()), begun.reason(), begun.by(), begun.at()))
                .orElseThrow(() -> new Unknown(Unknown.Thing.REBASELINE, clientId));
    }

    /** @throws Unknown when there is none */
    public void endRebaseline(String clientId) {
        end(clientId, rebaselined(clientId).isPresent(), Unknown.Thing.REBASELINE, decisions::endRebaseline);
    }

    /** @throws Unknown when there is none */
    public ClientException exception(String clientId) {
        return excepted(clientId)
                .map(exception -> new ClientException(
                        exception.types(),
                        exception.until() == null ? null : LocalDate.parse(exception.until()),
                        exception.reason(),
                        exception.by(),
                        exception.at()))
                .orElseThrow(() -> new Unknown(Unknown.Thing.EXCEPTION, clientId));
    }

    public ClientException except(String clientId, ClientException wanted, String by) {
        LocalDate today = LocalDate.now(clock);
        if (wanted.until() != null && wanted.until().isBefore(today)) {
            throw new InvalidParameter(
                    "until", "must not lie in the past, was " + wanted.until(), List.of("a day from " + today));
        }
        Text.require("reason", wanted.reason());
        baseline(clientId);
        Instant now = clock.instant();
        decisions.except(
                clientId,
                new Excepted(
                        wanted.types(),
                        wanted.until() == null ? null : wanted.until().toString(),
                        wanted.reason(),
                        by,
                        now));
        engine.rejudge(clientId);
        return new ClientException(wanted.types(), wanted.until(), wanted.reason(), by, now);
    }

    /** @throws Unknown when there is none */
    public void endException(String clientId) {
        end(clientId, excepted(clientId).isPresent(), Unknown.Thing.EXCEPTION, decisions::endException);
    }

    private void end(String clientId, boolean isThere, Unknown.Thing what, Consumer<String> end) {
        // Asked first, so that an absent consumer is told while nothing has changed.
        baseline(clientId);
        end.accept(clientId);
        // Also where it has ended: perhaps by the same request, whose consumer then failed.
        engine.rejudge(clientId);
        if (!isThere) {
            throw new Unknown(what, clientId);
        }
    }

    private Optional<Rebaselined> rebaselined(String clientId) {
        return decisions.find(clientId).map(ClientDecisionDocument::rebaseline);
    }

    private Optional<Excepted> excepted(String clientId) {
        return decisions.find(clientId).map(ClientDecisionDocument::exception);
    }
}
