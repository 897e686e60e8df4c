package io.consumo.api.anomalies;

import java.util.Collection;
import java.util.List;

/** Reads what has changed of cases. */
public interface CaseChanges {

    /** Those that come next after the given one, in their order; cheap, since it reads no case. */
    List<CaseChange> after(CaseChange place, int most);

    /** The cases as they are now, without their evidence, in the order of the ids; those that are gone are left out. */
    List<DecidedCase> read(Collection<String> caseIds);
}
