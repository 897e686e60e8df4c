package io.consumo.consumer.ingest;

/** Told after a batch is safe in the store: there are days to follow up. */
public record ReadingsStored(int readings) {}
