package io.consumo.api.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days and months as requests write them. */
public final class Dates {

    /** Whatever is stored lies between, and whatever is computed from it stays within what stores can hold. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;

    /** Which years are taken, for messages. */
    public static final String YEARS = FIRST_YEAR + " to " + LAST_YEAR;

    private Dates() {}

    /** @throws DateTimeException when it is no day such as 2026-11-24, or lies centuries away */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        requireSensible(day.getYear(), text);
        return day;
    }

    /** @throws DateTimeException when it is no month such as 2026-11, or lies centuries away */
    public static YearMonth month(String text) {
        YearMonth month = YearMonth.parse(text);
        requireSensible(month.getYear(), text);
        return month;
    }

    private static void requireSensible(int year, String text) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException(text + " is not of the years " + YEARS);
        }
    }
}
