package io.consumo.consumer.monthly;

import io.consumo.model.store.MonthDocument;
import java.util.Collection;
import java.util.List;

/** Where months are kept. A write with a lower revision than what is stored changes nothing. */
public interface MonthStore {

    List<MonthDocument> find(Collection<String> ids);

    void write(Collection<MonthDocument> months);
}
