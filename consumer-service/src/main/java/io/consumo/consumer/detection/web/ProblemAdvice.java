package io.consumo.consumer.detection.web;

import io.consumo.consumer.detection.UnknownRule;
import io.consumo.consumer.detection.domain.InvalidThreshold;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what is wrong with what was asked. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ProblemDetail unknown(UnknownRule unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidThreshold invalid) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
    }
}
