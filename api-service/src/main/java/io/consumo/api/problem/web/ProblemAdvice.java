package io.consumo.api.problem.web;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.consumo.api.access.TooManyFailures;
import io.consumo.api.access.UnknownToken;
import io.consumo.api.anomalies.DecisionOvertaken;
import io.consumo.api.anomalies.DecisionRefused;
import io.consumo.api.anomalies.UnknownAnomaly;
import io.consumo.api.archive.ArchiverAway;
import io.consumo.api.archive.ArchiverRefused;
import io.consumo.api.consumption.UnknownClient;
import io.consumo.api.problem.ProblemKind;
import io.consumo.api.readings.MalformedReadings;
import io.consumo.api.readings.ReadingsNotTaken;
import io.consumo.api.readings.TooManyReadings;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.simulations.UnknownSimulation;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells everything that goes wrong as application/problem+json. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    /** SQL states of a table or schema that the consumer has not made yet. */
    private static final Set<String> NOT_THERE_YET = Set.of("42P01", "3F000");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidParameter wrong) {
        return answer(invalid(wrong.field(), wrong.reason(), wrong.allowed()));
    }

    /** A record of parameters that refused one of them. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BeanInstantiationException failure, WebRequest request) {
        return failure.getCause() instanceof InvalidParameter wrong ? invalid(wrong) : internal(failure, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownClient unknown) {
        return answer(problem(ProblemKind.UNKNOWN_CLIENT, "nothing was ever received of " + unknown.clientId()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownAnomaly unknown) {
        return answer(problem(ProblemKind.UNKNOWN_ANOMALY, "there is no case " + unknown.id()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownSimulation unknown) {
        return answer(problem(ProblemKind.UNKNOWN_SIMULATION, unknown.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownToken unknown) {
        return answer(problem(ProblemKind.UNKNOWN_TOKEN, unknown.getMessage()));
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
    ResponseEntity<ProblemDetail> roleNeeded(AccessDeniedException denied) {
        return answer(problem(ProblemKind.ROLE_NEEDED, "this login may not do that"));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> postgresDown(Exception failure) {
        return storeDown("postgres", "PostgreSQL does not answer", failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> schemaMissing(BadSqlGrammarException failure, WebRequest request) {
        SQLException cause = failure.getSQLException();
        return cause != null && NOT_THERE_YET.contains(cause.getSQLState())
                ? storeDown("postgres", "the consumer has not made its schema yet", failure)
                : internal(failure, request);
    }

    @ExceptionHandler({MongoTimeoutException.class, MongoSocketException.class})
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
            case 400 -> answer(invalid("olderThan", refusal.detail(), List.of()));
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
    ResponseEntity<ProblemDetail> internal(Exception failure, WebRequest request) {
        String traceId = UUID.randomUUID().toString();
        LOG.error("Trace {}: {} failed", traceId, request.getDescription(false), failure);
        ProblemDetail problem = problem(ProblemKind.INTERNAL, "the log tells more under this trace id");
        problem.setProperty("traceId", traceId);
        return answer(problem);
    }

    /** Parameters that are bound to a record. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = wrong.getFieldErrors().getFirst();
        TypeMismatchException mismatch =
                error.contains(TypeMismatchException.class) ? error.unwrap(TypeMismatchException.class) : null;
        Class<?> target = mismatch == null ? Object.class : requiredType(mismatch);
        return untyped(invalid(error.getField(), error.getRejectedValue(), target));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = wrong instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(wrong.getPropertyName());
        return untyped(invalid(field, wrong.getValue(), requiredType(wrong)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return untyped(invalid(missing.getParameterName(), "is missing", List.of("a " + missing.getParameterType())));
    }

    /** A body that is no JSON, or whose JSON does not fit. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof DatabindException misfit
                && !misfit.getPath().isEmpty()) {
            JacksonException.Reference place = misfit.getPath().getLast();
            String field = place.getPropertyName() == null ? "body" : place.getPropertyName();
            Class<?> target = misfit instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                    ? mismatch.getTargetType()
                    : Object.class;
            return untyped(invalid(field, "does not fit", allowed(target)));
        }
        return untyped(problem(ProblemKind.MALFORMED_BODY, "the body is not the JSON that is wanted here"));
    }

    /** What Spring refuses itself, with a type of ours. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, statusCode, request);
        HttpStatus status = HttpStatus.resolve(statusCode.value());
        if (answer != null && answer.getBody() instanceof ProblemDetail problem && status != null) {
            problem.setType(URI.create(
                    ProblemKind.PREFIX + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return answer;
    }

    /** Of the element, where a list of them is required. */
    private static Class<?> requiredType(TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                type = conversion.getTargetType().getType();
            }
        }
        return type == null ? Object.class : type;
    }

    private static ProblemDetail invalid(String field, @Nullable Object value, Class<?> target) {
        return invalid(field, "cannot be " + value, allowed(target));
    }

    private static List<String> allowed(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return List.of("true", "false");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        }
        if (type == LocalDate.class) {
            return List.of("a date such as 2026-11-24");
        }
        if (type == YearMonth.class) {
            return List.of("a month such as 2026-11");
        }
        return type == int.class || type == Integer.class ? List.of("a whole number") : List.of();
    }

    private static ProblemDetail invalid(String field, String reason, Collection<String> allowed) {
        ProblemDetail problem = problem(ProblemKind.INVALID_PARAMETER, field + " " + reason);
        problem.setProperty("field", field);
        problem.setProperty("allowed", allowed);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> storeDown(String store, String detail, Exception failure) {
        LOG.warn("{}: {}", detail, failure.getMessage());
        ProblemDetail problem = problem(ProblemKind.STORE_DOWN, detail);
        problem.setProperty("store", store);
        return retryAfter(RETRY_AFTER_SECONDS, problem);
    }

    private static ProblemDetail problem(ProblemKind kind, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(kind.status());
        problem.setType(kind.type());
        problem.setTitle(kind.title());
        problem.setDetail(detail);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<Object> untyped(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<ProblemDetail> retryAfter(String seconds, ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(problem);
    }
}
