package io.consumo.model;

/** What a check for an innocent explanation found: passed means that it does not explain the case. */
public enum CheckResult {
    PASSED,
    FAILED,
    UNKNOWN
}
