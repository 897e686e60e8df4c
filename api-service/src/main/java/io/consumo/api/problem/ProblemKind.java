package io.consumo.api.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of problem that a client of the API can meet; the type that names one never changes. */
public enum ProblemKind {
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is wrong"),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    LOGIN_NEEDED(HttpStatus.UNAUTHORIZED, "A login is needed"),
    ROLE_NEEDED(HttpStatus.FORBIDDEN, "Another role is needed"),
    UNKNOWN_CLIENT(HttpStatus.NOT_FOUND, "There is no such client"),
    UNKNOWN_ANOMALY(HttpStatus.NOT_FOUND, "There is no such anomaly"),
    UNKNOWN_SIMULATION(HttpStatus.NOT_FOUND, "There is no such simulation"),
    UNKNOWN_TOKEN(HttpStatus.NOT_FOUND, "There is no such token"),
    UNKNOWN_RULE(HttpStatus.NOT_FOUND, "There is no such rule"),
    UNKNOWN_BACKTEST(HttpStatus.NOT_FOUND, "There is no such backtest"),
    UNKNOWN_EXCEPTION(HttpStatus.NOT_FOUND, "The client has no exception"),
    UNKNOWN_REBASELINE(HttpStatus.NOT_FOUND, "The client's normal did not begin anew"),
    NOT_ALLOWED_NOW(HttpStatus.CONFLICT, "Its state does not allow that"),
    OVERTAKEN(HttpStatus.PRECONDITION_FAILED, "Somebody else was quicker"),
    NOT_ARCHIVED(HttpStatus.NOT_FOUND, "The archive does not have it"),
    OPERATION_RUNNING(HttpStatus.CONFLICT, "The archive is being changed"),
    BACKTEST_RUNNING(HttpStatus.CONFLICT, "A backtest is running"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key belongs to another request"),
    REQUEST_UNDER_WAY(HttpStatus.CONFLICT, "The request is being worked on"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    TOO_MANY_FAILURES(HttpStatus.TOO_MANY_REQUESTS, "Too many failed logins"),
    ARCHIVE_DAMAGED(HttpStatus.INTERNAL_SERVER_ERROR, "A file of the archive is damaged"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests at once"),
    STORE_DOWN(HttpStatus.SERVICE_UNAVAILABLE, "A store cannot be reached"),
    SERVICE_FAILED(HttpStatus.BAD_GATEWAY, "A service failed"),
    SERVICE_DOWN(HttpStatus.SERVICE_UNAVAILABLE, "A service cannot be reached"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed");

    public static final String PREFIX = "urn:consumo:problem:";

    private final HttpStatus status;
    private final String title;

    ProblemKind(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public URI type() {
        return URI.create(PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
