package io.consumo.consumer.detection;

import io.consumo.model.store.CaseDocument;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where cases are kept. A write with a lower revision than what is stored changes nothing. */
public interface CaseStore {

    List<CaseDocument> ofClients(Collection<String> clientIds);

    List<CaseDocument> silent();

    /** Which of the cases people have decided. */
    Set<String> decided(Collection<String> caseIds);

    void write(Collection<CaseDocument> cases);

    void withdraw(Collection<CaseDocument> cases, long revision);
}
