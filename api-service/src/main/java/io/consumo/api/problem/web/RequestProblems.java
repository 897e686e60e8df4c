package io.consumo.api.problem.web;

import static io.consumo.api.problem.web.Problems.problem;
import static io.consumo.api.problem.web.Problems.untyped;

import io.consumo.api.problem.ProblemKind;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says of a request that Spring could not take apart which field is wrong, and what it may be. */
abstract class RequestProblems extends ResponseEntityExceptionHandler {

    /** Parameters that are bound to a record. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = wrong.getFieldErrors().getFirst();
        TypeMismatchException mismatch =
                error.contains(TypeMismatchException.class) ? error.unwrap(TypeMismatchException.class) : null;
        Class<?> target = mismatch == null ? Object.class : requiredType(mismatch);
        return untyped(unfit(error.getField(), error.getRejectedValue(), target));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = wrong instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(wrong.getPropertyName());
        return untyped(unfit(field, wrong.getValue(), requiredType(wrong)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        MethodParameter parameter = missing.getMethodParameter();
        return untyped(Problems.invalid(
                missing.getParameterName(), "is missing", parameter == null ? List.of() : allowed(element(parameter))));
    }

    /** Of a list, the type of what is in it. */
    private static Class<?> element(MethodParameter parameter) {
        TypeDescriptor type = new TypeDescriptor(parameter);
        TypeDescriptor element = type.getElementTypeDescriptor();
        return element == null ? type.getType() : element.getType();
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
            return untyped(Problems.invalid(field, "does not fit", allowed(target)));
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

    private static ProblemDetail unfit(String field, @Nullable Object value, Class<?> target) {
        return Problems.invalid(field, "cannot be " + value, allowed(target));
    }

    private static List<String> allowed(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return List.of("true", "false");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        }
        if (type == String.class) {
            return List.of("text without null characters");
        }
        if (type == LocalDate.class) {
            return List.of("a date such as 2026-11-24");
        }
        if (type == YearMonth.class) {
            return List.of("a month such as 2026-11");
        }
        return type == int.class || type == Integer.class ? List.of("a whole number") : List.of();
    }
}
