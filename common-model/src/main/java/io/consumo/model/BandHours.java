package io.consumo.model;

import java.util.List;

/**
 * At which local hour each band starts; the last one ends at midnight.
 *
 * @param morning hours before it are night
 */
public record BandHours(int morning, int afternoon, int evening) {

    public static final BandHours DEFAULT = new BandHours(6, 12, 18);

    public BandHours {
        if (!(0 < morning && morning < afternoon && afternoon < evening && evening < 24)) {
            throw new IllegalArgumentException("bands must start at three rising hours from 1 to 23, were "
                    + List.of(morning, afternoon, evening));
        }
    }

    /** Reads {@code 6,12,18}; named so that settings bind straight into it. */
    public static BandHours valueOf(String hours) {
        List<Integer> starts = List.of(hours.split(",", -1)).stream()
                .map(hour -> Integer.valueOf(hour.strip()))
                .toList();
        if (starts.size() != 3) {
            throw new IllegalArgumentException("bands must be three hours such as 6,12,18, was " + hours);
        }
        return new BandHours(starts.get(0), starts.get(1), starts.get(2));
    }

    public Band at(int hour) {
        if (hour < morning) {
            return Band.NIGHT;
        }
        if (hour < afternoon) {
            return Band.MORNING;
        }
        return hour < evening ? Band.AFTERNOON : Band.EVENING;
    }
}
