package io.consumo.api.anomalies.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.consumo.api.anomalies.AnomalyFilter;
import io.consumo.api.anomalies.AnomalyQuery;
import io.consumo.api.anomalies.DecidedCase;
import io.consumo.api.anomalies.OpenCase;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.Page;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MongoAnomalyQuery implements AnomalyQuery {

    private static final Map<SortField, String> FIELDS = Map.of(
            SortField.OPENED_AT, "openedAt",
            SortField.UPDATED_AT, "updatedAt",
            SortField.SCORE, "score",
            SortField.FIRST_DAY, "firstDay",
            SortField.LAST_DAY, "lastDay",
            SortField.CLIENT_ID, "clientId",
            SortField.LOST_MONEY, "lostMoney.mid",
            SortField.EXCESS_KWH, "excess");

    private static final Sorting<SortField> OLDEST_FIRST = new Sorting<>(SortField.OPENED_AT, false);

    /** Cases that are held at a time while all are read. */
    private static final int READ_AT_ONCE = 500;

    /** It has hundreds of hours. */
    private static final Bson WITHOUT_EVIDENCE = Projections.exclude("evidence");

    private static final Bson WITHOUT_HISTORY = Projections.exclude("history");

    private static final Set<CaseStatus> OPEN =
            EnumSet.of(CaseStatus.OPEN, CaseStatus.ACKNOWLEDGED, CaseStatus.INSPECTION);

    private final MongoCollection<CaseDocument> cases;
    private final MongoCollection<DecisionDocument> decisions;

    MongoAnomalyQuery(MongoDatabase database) {
        cases = database.getCollection(CaseDocument.COLLECTION, CaseDocument.class);
        decisions = database.getCollection(DecisionDocument.COLLECTION, DecisionDocument.class);
    }

    @Override
    public Page<DecidedCase> find(AnomalyFilter filter, Sorting<SortField> sorting, Paging paging) {
        Bson wanted = wanted(filter);
        List<CaseDocument> found = cases.find(wanted)
                .projection(WITHOUT_EVIDENCE)
                .sort(order(sorting))
                .skip((int) Math.min(paging.offset(), Integer.MAX_VALUE))
                .limit(paging.limit())
                .into(new ArrayList<>());
        return paging.pageOf(decided(found), cases.countDocuments(wanted));
    }

    /** Ordered here, since what a rule's precision makes of a case is in no document. */
    @Override
    public Page<DecidedCase> byRecovery(
            AnomalyFilter filter, Map<String, Double> chances, double otherwise, boolean descending, Paging paging) {
        List<Ranked> ranked = new ArrayList<>();
        cases.withDocumentClass(Document.class)
                .find(wanted(filter))
                .projection(Projections.include("explanation.key", "lostPerMonth"))
                .forEach(one -> ranked.add(ranked(one, chances, otherwise)));
        Comparator<Ranked> order = Comparator.comparingDouble(Ranked::recovery);
        ranked.sort((descending ? order.reversed() : order).thenComparing(Ranked::id));
        List<String> ids = paging.cut(ranked).content().stream().map(Ranked::id).toList();
        List<CaseDocument> found =
                cases.find(in("_id", ids)).projection(WITHOUT_EVIDENCE).into(new ArrayList<>());
        found.sort(Comparator.comparingInt(one -> ids.indexOf(one.id())));
        return paging.pageOf(decided(found), ranked.size());
    }

    private record Ranked(String id, double recovery) {}

    private static Ranked ranked(Document one, Map<String, Double> chances, double otherwise) {
        String rule = one.getEmbedded(List.of("explanation", "key"), "");
        Number lostPerMonth = one.get("lostPerMonth", (Number) 0);
        return new Ranked(one.getString("_id"), lostPerMonth.doubleValue() * chances.getOrDefault(rule, otherwise));
    }

    private Bson wanted(AnomalyFilter filter) {
        return and(
                any("type", filter.type()),
                any("severity", filter.severity()),
                filter.status() == null ? empty() : ofStatus(filter.status()),
                filter.client() == null ? empty() : eq("clientId", filter.client()),
                filter.from() == null ? empty() : gte("lastDay", filter.from().toString()),
                filter.assignee() == null ? empty() : ofAssignee(filter.assignee()),
                filter.to() == null ? empty() : lte("firstDay", filter.to().toString()));
    }

    @Override
    public Optional<DecidedCase> find(String id) {
        return Optional.ofNullable(cases.find(eq("_id", id)).first())
                .map(judged -> decided(List.of(judged)).getFirst());
    }

    /** In no order. */
    List<DecidedCase> withoutEvidence(Collection<String> ids) {
        return decided(cases.find(in("_id", ids)).projection(WITHOUT_EVIDENCE).into(new ArrayList<>()));
    }

    @Override
    public void each(AnomalyFilter filter, Consumer<DecidedCase> consumer) {
        Bson next = empty();
        List<CaseDocument> found;
        do {
            found = cases.find(and(wanted(filter), next))
                    .projection(WITHOUT_EVIDENCE)
                    .sort(order(OLDEST_FIRST))
                    .limit(READ_AT_ONCE)
                    .into(new ArrayList<>());
            decided(found).forEach(consumer);
            next = found.isEmpty() ? empty() : after(found.getLast());
        } while (found.size() == READ_AT_ONCE);
    }

    /** In the order of the oldest first. */
    private static Bson after(CaseDocument last) {
        return and(gte("openedAt", last.openedAt()), or(gt("openedAt", last.openedAt()), gt("_id", last.id())));
    }

    @Override
    public void each(Consumer<DecidedCase> consumer) {
        Map<String, DecisionDocument> byCase = new HashMap<>();
        decisions.find().projection(WITHOUT_HISTORY).forEach(decision -> byCase.put(decision.id(), decision));
        cases.find()
                .projection(WITHOUT_EVIDENCE)
                .forEach(judged -> consumer.accept(
                        new DecidedCase(judged, byCase.getOrDefault(judged.id(), DecisionDocument.none(judged.id())))));
    }

    @Override
    public int openOf(String clientId) {
        List<CaseDocument> found = cases.find(eq("clientId", clientId))
                .projection(WITHOUT_EVIDENCE)
                .into(new ArrayList<>());
        return (int)
                decided(found).stream().filter(one -> !one.status().isClosed()).count();
    }

    @Override
    public List<OpenCase> openSince(Instant instant) {
        Bson maybeOpen = or(ofStatus(OPEN), gte("updatedAt", instant), in("_id", decidedSince(instant)));
        List<CaseDocument> found =
                cases.find(maybeOpen).projection(WITHOUT_EVIDENCE).into(new ArrayList<>());
        return decided(found).stream().map(MongoAnomalyQuery::openCase).toList();
    }

    private List<String> decidedSince(Instant instant) {
        return decisions
                .find(gte("changedAt", instant))
                .projection(WITHOUT_HISTORY)
                .map(DecisionDocument::id)
                .into(new ArrayList<>());
    }

    private static OpenCase openCase(DecidedCase decided) {
        CaseDocument judged = decided.judged();
        return new OpenCase(
                judged.clientId(),
                judged.type(),
                judged.severity(),
                judged.lostMoney(),
                judged.currency(),
                judged.openedAt(),
                decided.status().isClosed() ? decided.closedAt() : null);
    }

    private static <E extends Enum<E>> Bson any(String field, @Nullable Collection<E> values) {
        return values == null
                ? empty()
                : in(field, values.stream().map(Enum::name).toList());
    }

    /** The status that counts is the decision's where there is one, else the judgement's. */
    private Bson ofStatus(Collection<CaseStatus> status) {
        List<String> so = new ArrayList<>();
        List<String> otherwise = new ArrayList<>();
        decisions.find(ne("status", null)).projection(WITHOUT_HISTORY).forEach(decision -> {
            boolean matches = status.contains(decision.status());
            (matches ? so : otherwise).add(decision.id());
        });
        return or(in("_id", so), and(any("status", status), nin("_id", otherwise)));
    }

    private Bson ofAssignee(String assignee) {
        List<String> theirs = new ArrayList<>();
        decisions
                .find(assignee.isEmpty() ? ne("assignee", null) : eq("assignee", assignee))
                .projection(WITHOUT_HISTORY)
                .forEach(decision -> theirs.add(decision.id()));
        return assignee.isEmpty() ? nin("_id", theirs) : in("_id", theirs);
    }

    /** Both fields in one direction, so that one index serves both directions. */
    private static Bson order(Sorting<SortField> sorting) {
        String field = Objects.requireNonNull(FIELDS.get(sorting.field()), "no field of a document");
        return sorting.descending() ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    }

    private List<DecidedCase> decided(List<CaseDocument> found) {
        Map<String, DecisionDocument> byCase = new HashMap<>();
        decisions
                .find(in("_id", found.stream().map(CaseDocument::id).toList()))
                .projection(WITHOUT_HISTORY)
                .forEach(decision -> byCase.put(decision.id(), decision));
        return found.stream()
                .map(judged ->
                        new DecidedCase(judged, byCase.getOrDefault(judged.id(), DecisionDocument.none(judged.id()))))
                .toList();
    }
}
