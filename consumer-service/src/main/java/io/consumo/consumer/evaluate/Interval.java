package io.consumo.consumer.evaluate;

/** 95 % of the samples of a figure lie between these. */
public record Interval(double low, double high) {}
