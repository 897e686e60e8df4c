package io.consumo.api.anomalies;

import io.consumo.api.access.Accounts;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Text;
import io.consumo.api.request.Unknown;
import io.consumo.model.CaseStatus;
import io.consumo.model.DismissalReason;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records what people decide about cases. */
@Service
public class DecideCases {

    /** Other systems are told when a decision has stood for so long, and until then it can be taken back. */
    public static final Duration UNDO_TIME = Duration.ofSeconds(10);

    private final AnomalyQuery cases;
    private final DecisionStore decisions;
    private final Accounts accounts;
    private final Clock clock;

    DecideCases(AnomalyQuery cases, DecisionStore decisions, Accounts accounts, Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param by the user who does
     * @throws DecisionRefused when the state machine forbids it
     * @throws DecisionOvertaken when the decision names a version that is not the present one
     */
    public DecidedCase decide(String caseId, CaseDecision wanted, String by) {
        requireSensible(wanted);
        return change(caseId, wanted.version(), decided -> {
            requireAllowed(decided.status(), wanted);
            DecisionDocument before = decided.decision();
            boolean isDismissal = wanted.status() == CaseStatus.DISMISSED;
            Instant now = clock.instant();
            return before.with(
                    new DecisionDocument.Entry(
                            before.version() + 1,
                            now,
                            by,
                            wanted.status() == null ? before.status() : wanted.status(),
                            assignee(before, wanted.assignee()),
                            isDismissal ? wanted.reason() : wanted.status() == null ? before.reason() : null,
                            wanted.comment(),
                            false),
                    now.plus(UNDO_TIME));
        });
    }

    /**
     * Takes the last decision back.
     *
     * @throws DecisionRefused when there is none, or other systems have been told already
     * @throws DecisionOvertaken when somebody is quicker
     */
    public DecidedCase undo(String caseId) {
        // Not the one before, where somebody else takes the last one back at this moment.
        int last = find(caseId).decision().version();
        return change(caseId, last, decided -> {
            Instant now = clock.instant();
            if (undoUntil(decided.decision(), now).isEmpty()) {
                throw new DecisionRefused(
                        "there is no decision of the last " + UNDO_TIME.toSeconds() + " s to take back",
                        names(decided.status().next()));
            }
            return decided.decision().undone(now, now.plus(UNDO_TIME));
        });
    }

    /** Until when the last decision can be taken back; empty when none can. */
    public static Optional<Instant> undoUntil(DecisionDocument decision, Instant now) {
        DecisionDocument.Entry last = decision.standing();
        return Optional.ofNullable(last)
                .map(entry -> entry.at().plus(UNDO_TIME))
                .filter(until -> now.isBefore(until) && decision.eventDueAt() != null);
    }

    private DecidedCase change(String caseId, @Nullable Integer seen, Function<DecidedCase, DecisionDocument> change) {
        while (true) {
            DecidedCase decided = find(caseId);
            int version = decided.decision().version();
            if (seen != null && seen != version) {
                throw new DecisionOvertaken(seen, version);
            }
            DecisionDocument after = change.apply(decided);
            if (decisions.replace(after, version)) {
                // The consumer may have withdrawn it meanwhile; from now on it keeps it.
                return new DecidedCase(judged(caseId), after);
            }
            // Somebody was quicker: what they left may not allow this any more.
        }
    }

    /** With the whole history. */
    public DecidedCase find(String caseId) {
        return new DecidedCase(judged(caseId), decisions.find(caseId).orElseGet(() -> DecisionDocument.none(caseId)));
    }

    private CaseDocument judged(String caseId) {
        return cases.find(caseId)
                .orElseThrow(() -> new Unknown(Unknown.Thing.ANOMALY, caseId))
                .judged();
    }

    private void requireSensible(CaseDecision wanted) {
        if (wanted.status() == null && wanted.assignee() == null && wanted.comment() == null) {
            throw new InvalidParameter(
                    "status", "is missing, and so are assignee and comment", names(Arrays.asList(CaseStatus.values())));
        }
        if (wanted.status() == CaseStatus.DISMISSED && wanted.reason() == null) {
            throw new InvalidParameter(
                    "reason", "is needed to dismiss a case", names(Arrays.asList(DismissalReason.values())));
        }
        if (wanted.status() != CaseStatus.DISMISSED && wanted.reason() != null) {
            throw new InvalidParameter("reason", "belongs to a dismissal only", List.of("no reason"));
        }
        Text.requireShort("comment", wanted.comment());
        String assignee = Objects.requireNonNullElse(wanted.assignee(), "");
        if (!assignee.isEmpty() && accounts.find(assignee).isEmpty()) {
            throw new InvalidParameter("assignee", "there is no user " + assignee, List.of("a user's name", "empty"));
        }
    }

    private static void requireAllowed(CaseStatus now, CaseDecision wanted) {
        CaseStatus next = wanted.status();
        if (next != null && !now.next().contains(next)) {
            throw new DecisionRefused("a case that is " + now + " cannot become " + next, names(now.next()));
        }
    }

    private static @Nullable String assignee(DecisionDocument before, @Nullable String wanted) {
        if (wanted == null) {
            return before.assignee();
        }
        return wanted.isEmpty() ? null : wanted;
    }

    private static List<String> names(Iterable<? extends Enum<?>> values) {
        return StreamSupport.stream(values.spliterator(), false).map(Enum::name).toList();
    }
}
