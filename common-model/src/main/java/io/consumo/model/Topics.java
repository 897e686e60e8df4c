package io.consumo.model;

/** The topics and what travels on them. */
public final class Topics {

    public static final String READINGS = "consumo.readings";
    public static final String READINGS_DEAD = "consumo.readings.dlt";
    public static final String ANOMALIES = "consumo.anomalies";
    public static final String ARCHIVED_DAYS = "consumo.archived-days";

    /** A client's readings share a partition, so this bounds how many consumers work at once. */
    public static final int PARTITIONS = 12;

    /** Header of a dead letter: the field and the reason, as text. */
    public static final String DEAD_REASON = "consumo-reason";

    /** Header of a dead letter that is kept cut, since it is larger than the topic takes: bytes of the value as it came. */
    public static final String DEAD_CUT = "consumo-cut";

    private Topics() {}
}
