package io.consumo.api.rules;

import io.consumo.model.store.RuleSettingsDocument;
import java.util.Optional;

/** What people changed of the rules. */
public interface RuleSettingsStore {

    Optional<RuleSettingsDocument> find(String rule);

    /** Stores it when the stored version, 0 where there is none, is still the given one; tells whether it was. */
    boolean replace(RuleSettingsDocument settings, int versionBefore);
}
