package io.consumo.model.api;

import java.util.List;

/** The answer to readings that were sent: how many were taken, and why the others were not. */
public record ReadingsAccepted(int accepted, List<Rejection> rejected) {

    /** @param index zero-based place in what was sent */
    public record Rejection(int index, String field, String reason) {}
}
