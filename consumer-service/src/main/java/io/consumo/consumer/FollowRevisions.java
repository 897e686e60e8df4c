package io.consumo.consumer;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers the runs that write to MongoDB, where a write of a lower number changes nothing. */
@Component
public class FollowRevisions {

    private final JdbcClient jdbc;
    private final TransactionTemplate drawing;

    public FollowRevisions(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.drawing = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        drawing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Greater than all before. Committed by itself, and so kept, before it is used outside of PostgreSQL: one that is
     * killed may draw again what was drawn in a transaction that had not ended.
     */
    public long next() {
        return Objects.requireNonNull(drawing.execute(status ->
                jdbc.sql("select nextval('follow_revision')").query(Long.class).single()));
    }
}
