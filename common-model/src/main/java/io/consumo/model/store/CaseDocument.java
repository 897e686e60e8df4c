package io.consumo.model.store;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A case in MongoDB's {@code anomalies}, written by the consumer and read by the API. Energies are in 0.1 Wh, days ISO
 * dates, money in hundredths of the currency's unit.
 *
 * @param status OPEN or CLEARED; what people decide lives in {@code case_decisions}, owned by the API
 * @param toldOn the day whose readings made it a case; null of one written before this was kept
 * @param lostPerMonth what a month of it costs, in money; null where the meter tells of no loss: what it shows is billed
 * @param thresholds of the rule when it judged, by name
 * @param revision of the judgement that wrote it; only a greater one replaces it
 */
public record CaseDocument(
        @BsonId String id,
        String clientId,
        AnomalyType type,
        @Nullable AnomalySubtype subtype,
        Severity severity,
        int score,
        CaseStatus status,
        String firstDay,
        String lastDay,
        @Nullable String toldOn,
        long observed,
        long expected,
        Range lost,
        Range lostMoney,
        String currency,
        long excess,
        @Nullable Long lostPerMonth,
        Words explanation,
        Words clearedIf,
        List<Check> checks,
        List<Evidence> evidence,
        Map<String, Double> thresholds,
        double completeness,
        Instant openedAt,
        Instant updatedAt,
        long revision) {

    public static final String COLLECTION = "anomalies";

    /** Fields of each index, which the consumer defines: what the API sorts and filters by. The id breaks ties. */
    public static final List<List<String>> INDEXES = List.of(
            List.of("openedAt", "_id"),
            List.of("updatedAt", "_id"),
            List.of("score", "_id"),
            List.of("firstDay", "_id"),
            List.of("lastDay", "_id"),
            List.of("clientId", "_id"),
            List.of("lostMoney.mid", "_id"),
            List.of("excess", "_id"),
            List.of("status", "type"),
            List.of("type"),
            List.of("severity"));

    public CaseDocument {
        // Null where a query left it out, as lists of cases do.
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    /** The same case under the id and opening time that an earlier judgement gave it. */
    public CaseDocument continuing(String earlierId, Instant earlierOpenedAt) {
        return with(earlierId, status, earlierOpenedAt, updatedAt, revision);
    }

    /** The same case in another state. */
    public CaseDocument becoming(CaseStatus state, Instant judgedAt, long judgementRevision) {
        return with(id, state, openedAt, judgedAt, judgementRevision);
    }

    /** Whether the two say the same, apart from when it was judged. */
    public boolean saysTheSameAs(CaseDocument other) {
        return with(id, status, openedAt, other.updatedAt, other.revision).equals(other);
    }

    private CaseDocument with(
            String otherId, CaseStatus otherStatus, Instant otherOpenedAt, Instant judgedAt, long judgementRevision) {
        return new CaseDocument(
                otherId,
                clientId,
                type,
                subtype,
                severity,
                score,
                otherStatus,
                firstDay,
                lastDay,
                toldOn,
                observed,
                expected,
                lost,
                lostMoney,
                currency,
                excess,
                lostPerMonth,
                explanation,
                clearedIf,
                checks,
                evidence,
                thresholds,
                completeness,
                otherOpenedAt,
                judgedAt,
                judgementRevision);
    }

    /** A low, middle and high estimate. */
    public record Range(long low, long mid, long high) {

        public static final Range NONE = new Range(0, 0, 0);
    }

    /** A text in every language: its key, and the figures it names. */
    public record Words(String key, Map<String, String> arguments) {}

    /** One check for an innocent explanation, for instance {@code holiday}. */
    public record Check(String name, CheckResult result) {}

    /** One clock hour of the evidence chart; observed is null where nothing was received. */
    public record Evidence(Instant start, @Nullable Long observed, long expected, long low, long high) {}
}
