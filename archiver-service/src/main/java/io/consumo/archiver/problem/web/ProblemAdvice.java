package io.consumo.archiver.problem.web;

import io.consumo.archiver.archive.domain.OlderThanOutOfRange;
import io.consumo.archiver.audit.OperationRunning;
import io.consumo.archiver.files.DamagedFile;
import io.consumo.archiver.files.StorageFailed;
import io.consumo.archiver.restore.NothingArchived;
import io.consumo.archiver.restore.UnknownRestore;
import io.consumo.model.Correlation;
import java.net.URI;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what went wrong into problem+json. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(OlderThanOutOfRange e) {
        return problem(HttpStatus.BAD_REQUEST, "invalid-parameter", e.reason());
    }

    @ExceptionHandler
    ProblemDetail busy(OperationRunning e) {
        return problem(HttpStatus.CONFLICT, "operation-running", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler({NothingArchived.class, UnknownRestore.class})
    ProblemDetail unknown(RuntimeException e) {
        return problem(HttpStatus.NOT_FOUND, "not-archived", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail damaged(DamagedFile e) {
        LOG.warn("A file of the archive is damaged", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "archive-damaged", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail storage(StorageFailed e) {
        LOG.warn("The archive's folder fails", e);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "archive-unavailable", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler({CannotGetJdbcConnectionException.class, DataAccessResourceFailureException.class})
    ProblemDetail storeDown(DataAccessException e) {
        LOG.warn("PostgreSQL does not answer", e);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "store-down", "PostgreSQL does not answer; try again later");
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException e) {
        String trace = Objects.requireNonNullElseGet(MDC.get(Correlation.LOG_KEY), Correlation::fresh);
        LOG.error("Unexpected failure {}", trace, e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "something went wrong; the archiver's log tells what, under " + trace);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:consumo:problem:" + type));
        return problem;
    }
}
