package io.consumo.archiver.audit;

import java.time.Instant;
import java.util.Map;

/** Where the record of operations is kept; nothing is ever removed from it. */
public interface OperationLog {

    /** Records that an operation begins, under the id that is returned. */
    long begin(String who, OperationKind kind, Map<String, String> parameters, Instant at);

    void done(long id, Outcome outcome, Instant at);

    void failed(long id, String error, Instant at);
}
