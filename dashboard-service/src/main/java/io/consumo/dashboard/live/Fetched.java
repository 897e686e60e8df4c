package io.consumo.dashboard.live;

import io.consumo.dashboard.backend.BackendFailure;
import org.jspecify.annotations.Nullable;

/**
 * What the last look at the API gave.
 *
 * @param value the newest that is known, also while the API is away
 * @param failure why the last look gave nothing
 */
public record Fetched<T>(@Nullable T value, @Nullable BackendFailure failure) {

    /**
     * The failure that this part of a page has to tell: while the API is away and something is known, the top of the
     * page tells it once for all parts.
     */
    public @Nullable BackendFailure ownFailure() {
        boolean toldElsewhere = value != null && failure != null && failure.is(BackendFailure.Kind.UNREACHABLE);
        return toldElsewhere ? null : failure;
    }

    static <T> Fetched<T> of(T value) {
        return new Fetched<>(value, null);
    }

    Fetched<T> failed(BackendFailure reason) {
        return new Fetched<>(value, reason);
    }
}
