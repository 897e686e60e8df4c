package io.consumo.consumer.monthly;

import io.consumo.model.store.MonthDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Months in a map. */
public final class InMemoryMonthStore implements MonthStore {

    private final Map<String, MonthDocument> months = new ConcurrentHashMap<>();

    @Override
    public List<MonthDocument> find(Collection<String> ids) {
        return ids.stream().map(months::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void write(Collection<MonthDocument> written) {
        written.forEach(month ->
                months.merge(month.id(), month, (old, fresh) -> fresh.revision() > old.revision() ? fresh : old));
    }
}
