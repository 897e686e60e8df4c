package io.consumo.bench;

import io.consumo.model.Topics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the consumers are: what they committed of each partition, and what is left to be followed up. */
final class Progress implements AutoCloseable {

    /** A consumer that was just started has to boot first. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int LOOK_EVERY_MILLIS = 200;

    private final Admin admin;
    private final Connection postgres;
    private final Map<TopicPartition, Long> ends;

    Progress(Installed installed) throws SQLException, InterruptedException, ExecutionException {
        this.admin = installed.admin();
        this.postgres = installed.postgres();
        this.ends = admin
                .listOffsets(
                        partitions().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Stream<TopicPartition> partitions() {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.READINGS, partition));
    }

    /** Records not yet stored, by partition. */
    Map<Integer, Long> lag() throws InterruptedException, ExecutionException {
        var committed = admin.listConsumerGroupOffsets(Installed.GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> lag = new TreeMap<>();
        ends.forEach((partition, end) -> {
            var offset = committed.get(partition);
            lag.put(partition.partition(), end - (offset == null ? 0 : offset.offset()));
        });
        return lag;
    }

    /** Returns when so many consumers have about as many partitions each. */
    void awaitShares(int consumers) throws InterruptedException, ExecutionException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        List<Integer> shares = shares();
        while (shares.size() != consumers || Collections.max(shares) - Collections.min(shares) > 1) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("After %d s the partitions of %d consumers are %s"
                        .formatted(PATIENCE.toSeconds(), consumers, shares));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            shares = shares();
        }
    }

    /** How many partitions each consumer has that has any. */
    private List<Integer> shares() throws InterruptedException, ExecutionException {
        var group = admin.describeConsumerGroups(List.of(Installed.GROUP))
                .all()
                .get()
                .values();
        return group.stream()
                .flatMap(one -> one.members().stream())
                .map(member -> (int) member.assignment().topicPartitions().stream()
                        .filter(partition -> partition.topic().equals(Topics.READINGS))
                        .count())
                .filter(partitions -> partitions > 0)
                .toList();
    }

    boolean hasMarks() throws SQLException {
        return number("select count(*) from (select from dirty_mark order by id limit 1) as any_mark") > 0;
    }

    /** Slots of the clients of a prefix that hold a reading. */
    long stored(String prefix) throws SQLException {
        return number("select coalesce(sum(cardinality(array_remove(energy, null))), 0) from daily_consumption"
                + " where client_id >= '" + prefix + "-' and client_id < '" + prefix + ".'");
    }

    long number(String query) throws SQLException {
        try (Statement statement = postgres.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        admin.close();
        postgres.close();
    }
}
