package io.consumo.model.api;

import org.jspecify.annotations.Nullable;

/**
 * One part of the pipeline.
 *
 * @param name producer, kafka, consumer, postgres, mongodb, api or archiver
 * @param status UP, DOWN or BEHIND
 * @param rate in the unit that rateUnit names
 * @param advice key of the text that says what to do, when the part is not UP
 * @param detail the fact behind the status, for instance the exception's message
 */
public record PipelinePart(
        String name,
        String status,
        @Nullable Double rate,
        @Nullable String rateUnit,
        @Nullable Double lagSeconds,
        @Nullable String advice,
        @Nullable String detail) {}
