package io.consumo.api.problem.web;

import static io.consumo.api.problem.web.Problems.answer;
import static io.consumo.api.problem.web.Problems.problem;
import static io.consumo.api.problem.web.Problems.retryAfter;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.consumo.api.access.TooManyFailures;
import io.consumo.api.anomalies.DecisionOvertaken;
import io.consumo.api.anomalies.DecisionRefused;
import io.consumo.api.archive.ArchiverAway;
import io.consumo.api.archive.ArchiverRefused;
import io.consumo.api.export.CutOff;
import io.consumo.api.limit.Overloaded;
import io.consumo.api.limit.TooManyRequests;
import io.consumo.api.problem.ProblemKind;
import io.consumo.api.readings.MalformedReadings;
import io.consumo.api.readings.ReadingsNotTaken;
import io.consumo.api.readings.TooManyReadings;
import io.consumo.api.repeated.KeyReused;
import io.consumo.api.repeated.RequestUnderWay;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Unknown;
import io.consumo.api.rules.ConsumerAway;
import io.consumo.api.rules.ConsumerRefused;
import io.consumo.api.rules.RuleOvertaken;
import io.consumo.model.Correlation;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.WebRequest;

/** Tells everything that goes wrong as application/problem+json. */
@RestControllerAdvice
class ProblemAdvice extends RequestProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    /** SQL states of a table or schema that the consumer has not made yet. */
    private static final Set<String> NOT_THERE_YET = Set.of("42P01", "3F000");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidParameter wrong) {
        return answer(Problems.invalid(wrong.field(), wrong.reason(), wrong.allowed()));
    }

    /** A record of parameters that refused one of them. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BeanInstantiationException failure, WebRequest request) {
        return failure.getCause() instanceof InvalidParameter wrong ? invalid(wrong) : internal(failure, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(Unknown unknown) {
        ProblemKind kind =
                switch (unknown.thing()) {
                    case CLIENT -> ProblemKind.UNKNOWN_CLIENT;
                    case ANOMALY -> ProblemKind.UNKNOWN_ANOMALY;
                    case SIMULATION -> ProblemKind.UNKNOWN_SIMULATION;
                    case TOKEN -> ProblemKind.UNKNOWN_TOKEN;
                    case RULE -> ProblemKind.UNKNOWN_RULE;
                    case BACKTEST -> ProblemKind.UNKNOWN_BACKTEST;
                    case EXCEPTION -> ProblemKind.UNKNOWN_EXCEPTION;
                    case REBASELINE -> ProblemKind.UNKNOWN_REBASELINE;
                };
        return answer(problem(kind, unknown.getMessage()));
    }

    /** Another service of ours does not answer, or not as it should. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> serviceDown(RestClientException failure) {
        LOG.warn("A service does not answer: {}", failure.getMessage());
        return retryAfter(
                RETRY_AFTER_SECONDS,
                problem(ProblemKind.SERVICE_DOWN, "the service that does this does not answer; see /pipeline"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(DecisionRefused refused) {
        ProblemDetail problem = problem(ProblemKind.NOT_ALLOWED_NOW, refused.getMessage());
        problem.setProperty("field", "status");
        problem.setProperty("allowed", refused.allowed());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(DecisionOvertaken overtaken) {
        return overtaken((RuntimeException) overtaken);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(RuleOvertaken overtaken) {
        return overtaken((RuntimeException) overtaken);
    }

    private static ResponseEntity<ProblemDetail> overtaken(RuntimeException overtaken) {
        ProblemDetail problem = problem(ProblemKind.OVERTAKEN, overtaken.getMessage());
        problem.setProperty("field", "version");
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MalformedReadings malformed) {
        return answer(problem(ProblemKind.MALFORMED_BODY, malformed.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TooManyReadings tooMany) {
        return answer(problem(ProblemKind.TOO_LARGE, tooMany.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> loginNeeded(AuthenticationException refused) {
        return answer(problem(ProblemKind.LOGIN_NEEDED, refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mustWait(TooManyFailures failures) {
        long seconds = failures.retryAfter().toSeconds() + 1;
        return retryAfter(
                String.valueOf(seconds),
                problem(ProblemKind.TOO_MANY_FAILURES, "passwords are checked again in " + seconds + " s"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mustWait(TooManyRequests requests) {
        long seconds = requests.retryAfter().toSeconds() + 1;
        return retryAfter(
                String.valueOf(seconds),
                problem(ProblemKind.TOO_MANY_REQUESTS, "the next one is answered in " + seconds + " s"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overloaded(Overloaded overloaded) {
        return overloaded(overloaded.getMessage());
    }

    private static ResponseEntity<ProblemDetail> overloaded(@Nullable String detail) {
        return retryAfter("1", problem(ProblemKind.OVERLOADED, detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> keyReused(KeyReused reused) {
        ProblemDetail problem = problem(ProblemKind.KEY_REUSED, reused.getMessage());
        problem.setProperty("field", "Idempotency-Key");
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> underWay(RequestUnderWay same) {
        return retryAfter("1", problem(ProblemKind.REQUEST_UNDER_WAY, same.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> roleNeeded(AccessDeniedException denied) {
        return answer(problem(ProblemKind.ROLE_NEEDED, "this login may not do that"));
    }

    /** The pool says so with a NoSuchElementException when all its connections stay lent. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> postgresDown(Exception failure) {
        return NestedExceptionUtils.getRootCause(failure) instanceof NoSuchElementException
                ? overloaded("no connection to PostgreSQL became free in time: much is asked at once, or it is slow")
                : storeDown("postgres", "PostgreSQL does not answer", failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> schemaMissing(BadSqlGrammarException failure, WebRequest request) {
        SQLException cause = failure.getSQLException();
        return cause != null && NOT_THERE_YET.contains(cause.getSQLState())
                ? storeDown("postgres", "the consumer has not made its schema yet", failure)
                : internal(failure, request);
    }

    @ExceptionHandler({
        MongoTimeoutException.class,
        MongoSocketException.class,
        MongoNodeIsRecoveringException.class,
        MongoNotPrimaryException.class,
        MongoConnectionPoolClearedException.class
    })
    ResponseEntity<ProblemDetail> mongoDown(Exception failure) {
        return storeDown("mongodb", "MongoDB does not answer", failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> kafkaDown(ReadingsNotTaken failure) {
        return storeDown(
                "kafka",
                "Kafka did not confirm the readings; some may have been taken, sending all again does no harm",
                failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> archiverDown(ArchiverAway failure) {
        return archiverDown("the archiver does not answer; days of the window can be read without it", failure);
    }

    private static ResponseEntity<ProblemDetail> archiverDown(String detail, Exception failure) {
        LOG.warn("The archiver: {}", failure.getMessage());
        return retryAfter(RETRY_AFTER_SECONDS, problem(ProblemKind.SERVICE_DOWN, detail));
    }

    /** Its own sentence says what is wrong; it never holds more than the archiver means to be read. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> archiverRefuses(ArchiverRefused refusal) {
        return switch (refusal.status()) {
            case 400 -> answer(Problems.invalid("olderThan", refusal.detail(), List.of()));
            case 404 -> answer(problem(ProblemKind.NOT_ARCHIVED, refusal.detail()));
            case 409 -> answer(problem(ProblemKind.OPERATION_RUNNING, refusal.detail()));
            case 503 -> archiverDown(refusal.detail(), refusal);
            default ->
                answer(problem(
                        refusal.type().equals(ProblemKind.ARCHIVE_DAMAGED.type().toString())
                                ? ProblemKind.ARCHIVE_DAMAGED
                                : ProblemKind.SERVICE_FAILED,
                        refusal.detail()));
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> consumerDown(ConsumerAway failure) {
        return consumerDown("the consumer does not answer; rules, backtests and baselines are its business", failure);
    }

    private static ResponseEntity<ProblemDetail> consumerDown(String detail, Exception failure) {
        LOG.warn("The consumer: {}", failure.getMessage());
        return retryAfter(RETRY_AFTER_SECONDS, problem(ProblemKind.SERVICE_DOWN, detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> consumerRefuses(ConsumerRefused refusal) {
        return switch (refusal.status()) {
            case 404 -> answer(problem(ProblemKind.UNKNOWN_CLIENT, refusal.detail()));
            case 409 -> answer(problem(ProblemKind.BACKTEST_RUNNING, refusal.detail()));
            case 503 -> consumerDown(refusal.detail(), refusal);
            default -> answer(problem(ProblemKind.SERVICE_FAILED, refusal.detail()));
        };
    }

    /** No answer can be made any more; the server breaks the connection off when it sees this. */
    @ExceptionHandler
    void cutOff(CutOff failure) {
        throw failure;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> internal(Exception failure, WebRequest request) {
        // What the log calls each line of this request.
        String traceId = Objects.requireNonNullElseGet(MDC.get(Correlation.LOG_KEY), Correlation::fresh);
        LOG.error("Trace {}: {} failed", traceId, request.getDescription(false), failure);
        ProblemDetail problem = problem(ProblemKind.INTERNAL, "the log tells more under this trace id");
        problem.setProperty("traceId", traceId);
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> storeDown(String store, String detail, Exception failure) {
        LOG.warn("{}: {}", detail, failure.getMessage());
        ProblemDetail problem = problem(ProblemKind.STORE_DOWN, detail);
        problem.setProperty("store", store);
        return retryAfter(RETRY_AFTER_SECONDS, problem);
    }
}
