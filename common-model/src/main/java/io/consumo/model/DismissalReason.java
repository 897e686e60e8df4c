package io.consumo.model;

/** Why a case turned out to be innocent. */
public enum DismissalReason {
    HOLIDAY,
    VACANCY,
    SEASON,
    OUTAGE,
    DATA_PROBLEM,
    SOLAR,
    NEW_EQUIPMENT,
    NEW_OCCUPANT,
    FALSE_ALARM,
    OTHER
}
