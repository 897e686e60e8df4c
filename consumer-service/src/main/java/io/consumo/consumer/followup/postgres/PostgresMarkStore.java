package io.consumo.consumer.followup.postgres;

import io.consumo.consumer.FollowRevisions;
import io.consumo.consumer.followup.Followed;
import io.consumo.consumer.followup.MarkStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks in {@code consumption.dirty_mark}. */
@Repository
class PostgresMarkStore implements MarkStore {

    /**
     * All marks of the clients that have waited longest, so that a client with many changed days is judged once. Clients
     * that another follower has locked are left to it. Each step hands an array to the next: a join would be planned by
     * statistics, and those of a table that is mostly empty have it compare each mark with each.
     */
    private static final String TAKE = """
            with waiting as materialized (
                select client_id from (select id, client_id from dirty_mark order by id limit :scanned) as first
                group by client_id order by min(id)),
            oldest as materialized (
                select client_id from waiting
                where pg_try_advisory_xact_lock(hashtextextended(client_id, 0))
                limit :clients),
            taken as materialized (
                select id from dirty_mark
                where client_id = any (array(select client_id from oldest))
                for update skip locked)
            delete from dirty_mark
            where id = any (array(select id from taken))
            returning client_id, day
            """;

    /**
     * Otherwise a connection keeps the plans that it made while there were hardly any marks, and looks through all of them
     * for each: a run with a million marks took minutes.
     */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    /** How many marks are looked at to find the clients: a client may have one for each day of years. */
    private static final int MARKS_SCANNED_PER_CLIENT = 50;

    /** In one order for all, so that two followers cannot wait for each other. */
    private static final String LOCK_CLIENTS = """
            select pg_advisory_xact_lock(key)
            from (select distinct hashtextextended(client_id, 0) as key
                  from unnest(:clients::text[]) as locked (client_id)
                  order by key) as ordered
            """;

    private static final String MARK_AGAIN = """
            insert into dirty_mark (client_id, day)
            select client_id, day from unnest(:clients::text[], :days::date[]) as again (client_id, day)
            """;

    private static final String MARK_SINCE = """
            insert into dirty_mark (client_id, day)
            select distinct client_id, day
            from daily_consumption
            where client_id = :client
              and day >= least(:from, (select max(day) from daily_consumption where client_id = :client))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FollowRevisions revisions;

    /**
     * Of runs of ours that failed. With its connection such a run loses its clients, perhaps to a follower that is done
     * before our last write arrives: whatever came of it, they are followed again.
     */
    private final Set<Mark> doubtful = ConcurrentHashMap.newKeySet();

    PostgresMarkStore(JdbcClient jdbc, TransactionTemplate transaction, FollowRevisions revisions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.revisions = revisions;
    }

    private record Mark(String clientId, LocalDate day) {}

    @Override
    public int follow(int clients, Consumer<Followed> work) {
        List<Mark> taken = new ArrayList<>();
        Set<Mark> again = Set.copyOf(doubtful);
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(PLAN_ANEW).update();
                markAgain(again);
                taken.addAll(take(clients));
                if (!taken.isEmpty()) {
                    work.accept(locked(taken));
                }
            });
            doubtful.removeAll(again);
            return taken.size();
        } catch (RuntimeException e) {
            doubtful.addAll(taken);
            throw e;
        }
    }

    private void markAgain(Set<Mark> marks) {
        if (!marks.isEmpty()) {
            jdbc.sql(MARK_AGAIN)
                    .param("clients", marks.stream().map(Mark::clientId).toArray(String[]::new))
                    .param(
                            "days",
                            marks.stream().map(mark -> mark.day().toString()).toArray(String[]::new))
                    .update();
        }
    }

    private List<Mark> take(int clients) {
        return jdbc.sql(TAKE)
                .param("clients", clients)
                .param("scanned", clients * MARKS_SCANNED_PER_CLIENT)
                .query((row, number) -> new Mark(row.getString("client_id"), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Days are read after the lock and the revision drawn after it too, so a greater revision has seen all before. */
    private Followed locked(List<Mark> marks) {
        Map<String, SortedSet<LocalDate>> days = new TreeMap<>();
        marks.forEach(mark ->
                days.computeIfAbsent(mark.clientId(), client -> new TreeSet<>()).add(mark.day()));
        return new Followed(days, lock(days.keySet()));
    }

    @Override
    public void exclusively(Set<String> clients, ExclusiveWork work) {
        transaction.executeWithoutResult(status -> {
            // Before the lock: an erasure keeps others from reading this, and then waits for the client's lock.
            Map<String, Instant> erased = erased(clients);
            work.run(erased, lock(clients));
        });
    }

    private Map<String, Instant> erased(Set<String> clients) {
        Map<String, Instant> erased = new HashMap<>();
        jdbc.sql("select client_id, erased_at from erased_client where client_id = any (:clients::text[])")
                .param("clients", clients.toArray(String[]::new))
                .query(row -> {
                    erased.put(
                            row.getString("client_id"),
                            row.getObject("erased_at", OffsetDateTime.class).toInstant());
                });
        return erased;
    }

    /** Returns a revision drawn under the locks. */
    private long lock(Set<String> clients) {
        jdbc.sql(LOCK_CLIENTS)
                .param("clients", clients.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
        return revisions.next();
    }

    @Override
    public void mark(String clientId, LocalDate from) {
        jdbc.sql(MARK_SINCE).param("client", clientId).param("from", from).update();
    }

    @Override
    public long open() {
        return jdbc.sql("select count(*) from dirty_mark").query(Long.class).single();
    }
}
