package io.consumo.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;

class PackedNumbersTest {

    @Property
    void giveBackWhatTheyWereMadeOf(
            @ForAll List<@WithNull @LongRange(min = -Long.MAX_VALUE) @Nullable Long> longs,
            @ForAll List<Double> doubles) {
        assertThat(PackedNumbers.longs(PackedNumbers.ofLongs(longs))).isEqualTo(longs);
        assertThat(PackedNumbers.doubles(PackedNumbers.ofDoubles(doubles))).isEqualTo(doubles);
    }
}
