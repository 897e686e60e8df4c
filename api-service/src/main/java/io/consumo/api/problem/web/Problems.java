package io.consumo.api.problem.web;

import io.consumo.api.problem.ProblemKind;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes the problems, and the answers that carry them. */
final class Problems {

    private Problems() {}

    static ProblemDetail problem(ProblemKind kind, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(kind.status());
        problem.setType(kind.type());
        problem.setTitle(kind.title());
        problem.setDetail(detail);
        return problem;
    }

    static ProblemDetail invalid(String field, String reason, Collection<String> allowed) {
        ProblemDetail problem = problem(ProblemKind.INVALID_PARAMETER, field + " " + reason);
        problem.setProperty("field", field);
        problem.setProperty("allowed", allowed);
        return problem;
    }

    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<Object> untyped(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<ProblemDetail> retryAfter(String seconds, ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
