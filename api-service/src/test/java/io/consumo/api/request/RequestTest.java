package io.consumo.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.consumo.api.anomalies.AnomalyQuery.SortField;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Sorting<SortField> BY_SCORE = new Sorting<>(SortField.SCORE, true);

    @Test
    void aRangeEndsTodayAndHasTheDefaultLength() {
        assertThat(DayRange.of(null, null, TODAY, 30, 400)).isEqualTo(new DayRange(TODAY.minusDays(29), TODAY));
        assertThat(DayRange.of(null, TODAY.minusDays(10), TODAY, 7, 400))
                .isEqualTo(new DayRange(TODAY.minusDays(16), TODAY.minusDays(10)));
        assertThat(DayRange.of(TODAY.minusDays(2), null, TODAY, 30, 400))
                .isEqualTo(new DayRange(TODAY.minusDays(2), TODAY));
        assertThat(DayRange.of(TODAY.plusDays(2), null, TODAY, 30, 400).days()).isEqualTo(1);
    }

    @Test
    void aRangeThatIsTurnedAroundOrTooLongIsRefused() {
        InvalidParameter turned = catchThrowableOfType(
                InvalidParameter.class, () -> DayRange.of(TODAY, TODAY.minusDays(1), TODAY, 30, 400));
        assertThat(turned.field()).isEqualTo("from");
        InvalidParameter tooLong = catchThrowableOfType(
                InvalidParameter.class, () -> DayRange.of(TODAY.minusDays(400), TODAY, TODAY, 30, 400));
        assertThat(tooLong.reason()).contains("400 days");
        assertThat(DayRange.of(TODAY.minusDays(399), TODAY, TODAY, 30, 400).days())
                .isEqualTo(400);
    }

    @Test
    void sortingKnowsFieldsAndDirections() {
        assertThat(sorting(null)).isEqualTo(BY_SCORE);
        assertThat(sorting("openedAt")).isEqualTo(new Sorting<>(SortField.OPENED_AT, false));
        assertThat(sorting("openedAt,DESC")).isEqualTo(new Sorting<>(SortField.OPENED_AT, true));
        InvalidParameter unknown = catchThrowableOfType(InvalidParameter.class, () -> sorting("colour,desc"));
        assertThat(unknown.field()).isEqualTo("sort");
        assertThat(unknown.allowed()).contains("openedAt", "score");
        assertThat(catchThrowableOfType(InvalidParameter.class, () -> sorting("score,up")))
                .hasMessageContaining("score,up");
    }

    @Test
    void aPageIsCutOutOfAList() {
        List<Integer> all = List.of(1, 2, 3, 4, 5);

        assertThat(new Paging(1, 2).cut(all).content()).containsExactly(3, 4);
        assertThat(new Paging(2, 2).cut(all).content()).containsExactly(5);
        assertThat(new Paging(1_000_000_000, 500).cut(all).content()).isEmpty();
        assertThat(new Paging(null, null).cut(all).page().totalPages()).isEqualTo(1);
    }

    @Test
    void aPageHasALimit() {
        assertThat(catchThrowableOfType(InvalidParameter.class, () -> new Paging(0, 501))
                        .allowed())
                .containsExactly("1 to 500");
        assertThat(catchThrowableOfType(InvalidParameter.class, () -> new Paging(-1, 1))
                        .field())
                .isEqualTo("page");
        assertThat(catchThrowableOfType(InvalidParameter.class, () -> new Paging(0, 0))
                        .field())
                .isEqualTo("size");
    }

    private static Sorting<SortField> sorting(String text) {
        return Sorting.parse(text, SortField.class, BY_SCORE);
    }
}
