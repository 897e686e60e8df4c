package io.consumo.dashboard.backend;

/** The API gave no answer that can be shown. */
public final class BackendFailure extends RuntimeException {

    /** What to do about it depends on this. */
    public enum Kind {
        /** Nobody answers, or too late. */
        UNREACHABLE,
        /** Wrong password, or a session that ended. */
        UNAUTHORISED,
        /** Too many attempts in a short time. */
        THROTTLED,
        /** There is no such thing. */
        NOT_FOUND,
        /** Another role is needed. */
        FORBIDDEN,
        /** The state of the thing no longer allows it. */
        NOT_ALLOWED_NOW,
        /** Somebody else was quicker. */
        OVERTAKEN,
        /** Anything else that the API refuses or fails at. */
        PROBLEM
    }

    private final Kind kind;

    public BackendFailure(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public BackendFailure(Kind kind, String detail, Throwable cause) {
        super(detail, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
