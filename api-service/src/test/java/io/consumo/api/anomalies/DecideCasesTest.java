package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.api.access.Account;
import io.consumo.api.access.Accounts;
import io.consumo.api.request.Unknown;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens between a look at a case and the writing of its decision. */
class DecideCasesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private Optional<CaseDocument> judged = Optional.of(Cases.drop("one", "client", NOW));
    private DecisionDocument decision = DecisionDocument.none("one");

    private final DecideCases decide =
            new DecideCases(cases(), new Decisions(), new NoAccounts(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void onlyTheDecisionThatWasSeenIsTakenBack() {
        decide.decide("one", to(CaseStatus.ACKNOWLEDGED), "ana");
        decide.decide("one", to(CaseStatus.INSPECTION), "ben");
        meanwhile.add(() -> decide.undo("one"));

        assertThatThrownBy(() -> decide.undo("one")).isInstanceOf(DecisionOvertaken.class);

        assertThat(decision.status()).isEqualTo(CaseStatus.ACKNOWLEDGED);
    }

    @Test
    void aCaseThatIsWithdrawnMeanwhileIsNotSaidToBeDecided() {
        meanwhile.add(() -> judged = Optional.empty());

        assertThatThrownBy(() -> decide.decide("one", to(CaseStatus.ACKNOWLEDGED), "ana"))
                .isInstanceOf(Unknown.class);
    }

    private static CaseDecision to(CaseStatus status) {
        return new CaseDecision(status, null, null, null, null);
    }

    /** Only single cases are asked for. */
    private AnomalyQuery cases() {
        return (AnomalyQuery) Proxy.newProxyInstance(
                AnomalyQuery.class.getClassLoader(),
                new Class<?>[] {AnomalyQuery.class},
                (proxy, method, arguments) -> judged.map(one -> new DecidedCase(one, DecisionDocument.none(one.id()))));
    }

    private final class Decisions implements DecisionStore {

        @Override
        public Optional<DecisionDocument> find(String caseId) {
            return Optional.of(decision);
        }

        @Override
        public boolean replace(DecisionDocument after, int versionBefore) {
            Runnable somebodyElse = meanwhile.poll();
            if (somebodyElse != null) {
                somebodyElse.run();
            }
            if (decision.version() != versionBefore) {
                return false;
            }
            decision = after;
            return true;
        }

        @Override
        public List<DecisionDocument> due(Instant now) {
            return List.of();
        }
    }

    private static final class NoAccounts implements Accounts {

        @Override
        public Optional<Account> find(String username) {
            return Optional.empty();
        }

        @Override
        public void save(Account account) {
            throw new AssertionError("nobody is to be kept");
        }
    }
}
