package io.consumo.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.consumo.model.store.CaseDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** What was found of the clients of a prefix: the same for all prefixes with as many clients and days. */
final class Cases {

    private static final String CLIENT = "clientId";
    private static final List<String> SAME = List.of("type", "subtype", "firstDay", "lastDay", "status");

    private Cases() {}

    /**
     * Client without the prefix, kind, days and state of each.
     *
     * @throws IllegalStateException where two of a client and a kind begin on the same day
     */
    static Set<String> of(Installed installed, String prefix) {
        try (MongoClient mongo = installed.mongo()) {
            List<Document> all = mongo.getDatabase("consumo")
                    .getCollection(CaseDocument.COLLECTION)
                    .find(Filters.and(Filters.gte(CLIENT, prefix + "-"), Filters.lt(CLIENT, prefix + ".")))
                    .projection(Projections.include(
                            Stream.concat(Stream.of(CLIENT), SAME.stream()).toList()))
                    .into(new ArrayList<>());
            long different = all.stream()
                    .map(one -> List.of(one.get(CLIENT), one.get("type"), one.get("firstDay")))
                    .distinct()
                    .count();
            if (different != all.size()) {
                throw new IllegalStateException(
                        "%,d of %,d cases are doubled".formatted(all.size() - different, all.size()));
            }
            return all.stream()
                    .map(one -> one.getString(CLIENT).substring(prefix.length()) + " " + told(one))
                    .collect(Collectors.toSet());
        }
    }

    private static String told(Document one) {
        return SAME.stream().map(field -> String.valueOf(one.get(field))).collect(Collectors.joining(" "));
    }

    /** @throws IllegalStateException where one of the prefixes has other cases than the first */
    static void requireSame(Installed installed, List<String> prefixes) {
        Set<String> expected = of(installed, prefixes.getFirst());
        for (String prefix : prefixes.subList(1, prefixes.size())) {
            Set<String> found = of(installed, prefix);
            if (!found.equals(expected)) {
                Set<String> missing = new HashSet<>(expected);
                missing.removeAll(found);
                found.removeAll(expected);
                throw new IllegalStateException("Other cases of %s than of %s: %s missing, %s more"
                        .formatted(prefix, prefixes.getFirst(), missing, found));
            }
        }
    }
}
