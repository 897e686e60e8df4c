package io.consumo.api.consumption;

/** Energy of a month or of its first days, in 0.1 Wh. */
public record MonthSums(long total, long night, long morning, long afternoon, long evening) {

    public static final MonthSums NONE = new MonthSums(0, 0, 0, 0, 0);

    public MonthSums plus(MonthSums other) {
        return new MonthSums(
                total + other.total,
                night + other.night,
                morning + other.morning,
                afternoon + other.afternoon,
                evening + other.evening);
    }

    MonthSums minus(MonthSums other) {
        return new MonthSums(
                total - other.total,
                night - other.night,
                morning - other.morning,
                afternoon - other.afternoon,
                evening - other.evening);
    }
}
