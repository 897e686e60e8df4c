package io.consumo.model.store;

import io.consumo.model.CaseStatus;
import io.consumo.model.DismissalReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a case, in MongoDB's {@code case_decisions}, written by the API alone.
 *
 * @param id the case's
 * @param status null as long as nobody decided it, then the judgement's counts
 * @param reason of a dismissal
 * @param version counts decisions, undone ones too
 * @param history oldest first
 * @param changedAt when it was last decided or taken back; null while nobody touched it
 * @param eventDueAt when other systems are told; null when they have been
 */
public record DecisionDocument(
        @BsonId String id,
        @Nullable CaseStatus status,
        @Nullable String assignee,
        @Nullable DismissalReason reason,
        int version,
        List<Entry> history,
        @Nullable Instant changedAt,
        @Nullable Instant eventDueAt) {

    public static final String COLLECTION = "case_decisions";

    /** Fields of each index, which the API defines. */
    public static final List<List<String>> INDEXES =
            List.of(List.of("status"), List.of("assignee"), List.of("changedAt", "_id"), List.of("eventDueAt"));

    public DecisionDocument {
        // Null where a query left it out.
        history = Objects.requireNonNullElse(history, List.of());
    }

    /**
     * One decision and what it left.
     *
     * @param status as it stood after it; null while undecided
     */
    public record Entry(
            int version,
            Instant at,
            String by,
            @Nullable CaseStatus status,
            @Nullable String assignee,
            @Nullable DismissalReason reason,
            @Nullable String comment,
            boolean undone) {

        Entry taken() {
            return new Entry(version, at, by, status, assignee, reason, comment, true);
        }
    }

    /** Of a case that nobody has touched. */
    public static DecisionDocument none(String caseId) {
        return new DecisionDocument(caseId, null, null, null, 0, List.of(), null, null);
    }

    /** With one more decision. */
    public DecisionDocument with(Entry entry, Instant tellAt) {
        List<Entry> longer = new ArrayList<>(history);
        longer.add(entry);
        return new DecisionDocument(
                id, entry.status, entry.assignee, entry.reason, entry.version, List.copyOf(longer), entry.at, tellAt);
    }

    /** With the last decision that stands taken back. */
    public DecisionDocument undone(Instant at, Instant tellAt) {
        List<Entry> marked = new ArrayList<>(history);
        int last = lastStanding(marked);
        marked.set(last, marked.get(last).taken());
        int before = lastStanding(marked);
        @Nullable Entry standing = before < 0 ? null : marked.get(before);
        return new DecisionDocument(
                id,
                standing == null ? null : standing.status,
                standing == null ? null : standing.assignee,
                standing == null ? null : standing.reason,
                version + 1,
                List.copyOf(marked),
                at,
                tellAt);
    }

    /** The last decision that was not taken back. */
    public @Nullable Entry standing() {
        int last = lastStanding(history);
        return last < 0 ? null : history.get(last);
    }

    private static int lastStanding(List<Entry> entries) {
        int index = entries.size() - 1;
        while (index >= 0 && entries.get(index).undone) {
            index--;
        }
        return index;
    }

    /** The same, told to other systems. */
    public DecisionDocument told() {
        return new DecisionDocument(id, status, assignee, reason, version, history, changedAt, null);
    }
}
