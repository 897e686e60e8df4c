package io.consumo.archiver.cli;

import io.consumo.archiver.archive.domain.ArchivePolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of days; whether it reaches into the window, the service knows. */
final class DaysConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        try {
            int days = Integer.parseInt(value);
            if (days >= 1 && days <= ArchivePolicy.OLDEST_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new TypeConversionException("must be a whole number of days, at least the active window and at most "
                + ArchivePolicy.OLDEST_DAYS + ", was '" + value + "'");
    }
}
