package io.consumo.consumer.backtest.web;

import io.consumo.consumer.backtest.BacktestRunning;
import io.consumo.consumer.backtest.InvalidBacktest;
import io.consumo.consumer.backtest.RunBacktests;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Backtests for the API and the command. */
@RestController
@RequestMapping("/internal/backtests")
class BacktestController {

    private final RunBacktests run;

    BacktestController(RunBacktests run) {
        this.run = run;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Backtest start(@RequestBody BacktestRequest request, @RequestHeader("X-Consumo-By") String by) {
        return run.start(request, by);
    }

    @GetMapping("/{id}")
    Backtest find(@PathVariable String id) {
        return run.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no backtest " + id));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidBacktest invalid) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
    }

    @ExceptionHandler
    ProblemDetail running(BacktestRunning running) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, running.getMessage());
    }
}
