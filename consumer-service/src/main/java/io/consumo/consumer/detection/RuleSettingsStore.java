package io.consumo.consumer.detection;

import io.consumo.model.store.RuleSettingsDocument;
import java.util.List;

/** Where people's changes of the rules are kept. */
public interface RuleSettingsStore {

    List<RuleSettingsDocument> all();
}
