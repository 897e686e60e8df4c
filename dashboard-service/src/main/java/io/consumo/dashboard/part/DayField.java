package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.consumo.dashboard.text.Formats;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Asks for a day, in the reader's words and form. */
public final class DayField extends DatePicker {

    private static final String ISO = "yyyy-MM-dd";
    private static final String SPANISH = "dd/MM/yyyy";
    private static final String ENGLISH = "d MMM yyyy";

    public DayField(Formats formats) {
        Locale locale = formats.locale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setDateFormats(locale.getLanguage().equals("es") ? SPANISH : ENGLISH, ISO)
                .setFirstDayOfWeek(1)
                .setToday(translate("day.today"))
                .setCancel(translate("decision.cancel"))
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT, locale)));
    }

    public DayField(Formats formats, String label) {
        this(formats);
        setLabel(label);
    }

    /** From Sunday on, as the picker wants them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
