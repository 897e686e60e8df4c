package io.consumo.archiver;

import io.consumo.model.store.Installation.WrongZone;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a refused zone in two lines instead of a stack trace. */
class WrongZoneAnalyzer extends AbstractFailureAnalyzer<WrongZone> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongZone cause) {
        return new FailureAnalysis(cause.getMessage(), "Start with the installation's own zone.", cause);
    }
}
