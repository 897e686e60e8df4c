package io.consumo.archiver.files.parquet;

/** One row of a day's file. */
record SlotRow(String clientId, long startMillis, int minutes, int slot, int energy, boolean measured, long revision) {}
