package io.consumo.api.audit;

import io.consumo.api.request.Paging;
import io.consumo.model.api.AuditEntry;
import io.consumo.model.api.Page;
import java.time.Instant;

/** Who did what. */
public interface AuditLog {

    /** The id of the entry is given by the log. */
    void add(AuditEntry entry);

    /** Newest first. */
    Page<AuditEntry> find(AuditFilter filter, Paging paging);

    void deleteBefore(Instant instant);
}
