package io.consumo.consumer.status;

import io.consumo.service.health.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks all stores at once whether they answer. */
@Component
class CheckStores {

    private final Map<Store, Question<Boolean>> pings = new LinkedHashMap<>();
    private final StatusProperties properties;

    CheckStores(List<Store> stores, StatusProperties properties) {
        this.properties = properties;
        stores.forEach(store -> pings.put(store, new Question<>(() -> answers(store))));
    }

    /** @param failure why the store does not answer; null when it does */
    record Checked(Store store, @Nullable String failure) {}

    /** Takes the patience with one store at most. */
    List<Checked> check() {
        List<CompletableFuture<Checked>> answers = pings.entrySet().stream()
                .map(ping -> ping.getValue()
                        .ask(properties.patience())
                        .thenApply(answer -> new Checked(ping.getKey(), answer.failure())))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static boolean answers(Store store) {
        store.ping();
        return true;
    }
}
