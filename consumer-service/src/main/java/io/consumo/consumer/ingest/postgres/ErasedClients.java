package io.consumo.consumer.ingest.postgres;

import io.consumo.consumer.ingest.DayPatch;
import io.consumo.model.DaySlots;
import io.consumo.model.Precedence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What was sent before its client was erased is stored no more, as long as the topic may bring it again. */
final class ErasedClients {

    /** Read anew for each batch, in its transaction, for which an erasure waits. Nearly always there is none. */
    private static final String ERASED = """
            select client_id, (extract(epoch from erased_at) * 1000)::bigint as erased_at
            from erased_client
            where erased_at > now() - interval '15 days'
            """;

    private ErasedClients() {}

    static Collection<DayPatch> leftOut(Connection connection, Collection<DayPatch> patches) throws SQLException {
        Map<String, Long> erased = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ERASED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                erased.put(rows.getString("client_id"), rows.getLong("erased_at"));
            }
        }
        if (erased.isEmpty()) {
            return patches;
        }
        return patches.stream()
                .flatMap(patch -> {
                    Long at = erased.get(patch.key().clientId());
                    return at == null ? Stream.of(patch) : sentAfter(at, patch);
                })
                .toList();
    }

    /** A reading's revision is its sending time, unless its sender says otherwise. */
    private static Stream<DayPatch> sentAfter(long millis, DayPatch patch) {
        DaySlots given = patch.slots();
        DaySlots kept = DaySlots.empty(given.length(), given.size());
        for (int slot = 0; slot < given.size(); slot++) {
            if (given.has(slot) && Precedence.revision(given.rank(slot)) > millis) {
                kept.put(slot, given.energy(slot), given.rank(slot));
            }
        }
        return kept.present() == 0 ? Stream.empty() : Stream.of(new DayPatch(patch.key(), kept));
    }
}
