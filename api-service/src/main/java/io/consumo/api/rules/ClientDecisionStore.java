package io.consumo.api.rules;

import io.consumo.model.store.ClientDecisionDocument;
import io.consumo.model.store.ClientDecisionDocument.Excepted;
import io.consumo.model.store.ClientDecisionDocument.Rebaselined;
import java.util.Optional;

/** What people decided about clients; each part is stored for itself. */
public interface ClientDecisionStore {

    Optional<ClientDecisionDocument> find(String clientId);

    void rebaseline(String clientId, Rebaselined rebaseline);

    void endRebaseline(String clientId);

    void except(String clientId, Excepted exception);

    void endException(String clientId);
}
