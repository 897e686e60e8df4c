package io.consumo.model.api;

import org.jspecify.annotations.Nullable;

/** @param olderThan only days before today minus so many; the active window by default */
public record ArchiveRunRequest(@Nullable Integer olderThan) {}
