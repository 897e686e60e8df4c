package io.consumo.api;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Remembers what kinds of questions the service asks MongoDB. */
@TestConfiguration(proxyBeanMethods = false)
public class AskedOfMongo implements CommandListener {

    private final Set<Question> questions = ConcurrentHashMap.newKeySet();

    /**
     * One kind of question.
     *
     * @param filters the fields of each alternative
     */
    public record Question(String collection, Set<Set<String>> filters, List<String> sort) {

        /** Whether an index has the order, or else one finds each alternative. */
        boolean isServedBy(List<List<String>> indexes) {
            return sort.isEmpty()
                    ? filters.stream().allMatch(fields -> fields.isEmpty() || isFoundBy(indexes, fields))
                    : indexes.stream().anyMatch(index -> isOrderedBy(index));
        }

        private static boolean isFoundBy(List<List<String>> indexes, Set<String> fields) {
            return fields.contains("_id") || indexes.stream().anyMatch(index -> fields.contains(index.getFirst()));
        }

        /** Fields that are filtered by one value may come first. */
        private boolean isOrderedBy(List<String> index) {
            int begin = index.indexOf(sort.getFirst());
            return begin >= 0
                    && index.subList(begin, index.size()).equals(sort)
                    && filters.stream().allMatch(fields -> fields.containsAll(index.subList(0, begin)));
        }
    }

    @Bean
    MongoClientSettingsBuilderCustomizer listening() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find")) {
            BsonDocument find = event.getCommand();
            BsonDocument sort = find.getDocument("sort", new BsonDocument());
            questions.add(new Question(
                    find.getString("find").getValue(),
                    alternatives(find.getDocument("filter", new BsonDocument())),
                    List.copyOf(sort.keySet())));
        }
    }

    Set<Question> questions() {
        return Set.copyOf(questions);
    }

    private static Set<Set<String>> alternatives(BsonDocument filter) {
        Set<Set<String>> all = Set.of(Set.of());
        for (var condition : filter.entrySet()) {
            all = switch (condition.getKey()) {
                case "$and" ->
                    condition.getValue().asArray().stream()
                            .map(BsonValue::asDocument)
                            .map(AskedOfMongo::alternatives)
                            .reduce(all, AskedOfMongo::crossed);
                case "$or" -> crossed(all, union(condition.getValue()));
                default -> crossed(all, Set.of(Set.of(condition.getKey())));
            };
        }
        return all;
    }

    private static Set<Set<String>> union(BsonValue either) {
        return either.asArray().stream()
                .flatMap(one -> alternatives(one.asDocument()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Set<String>> crossed(Set<Set<String>> some, Set<Set<String>> others) {
        return some.stream()
                .flatMap(fields -> others.stream().map(more -> {
                    Set<String> both = new TreeSet<>(fields);
                    both.addAll(more);
                    return Set.copyOf(both);
                }))
                .collect(Collectors.toSet());
    }
}
