package io.consumo.dashboard.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

    private static final int SIZE = 50;
    private static final int ALL = 130;

    private final List<Integer> fetched = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 50, 0, 50",
        "50, 50, 50, 100",
        // The end of the list, where fewer are asked for than a page holds.
        "100, 30, 100, 130",
        "120, 10, 120, 130",
        "129, 1, 129, 130",
        // Over the border of two pages, and of three.
        "40, 20, 40, 60",
        "99, 2, 99, 101",
        "10, 110, 10, 120",
        // More than there is.
        "100, 50, 100, 130",
        "130, 50, 130, 130",
        "200, 50, 130, 130",
        "0, 2147483647, 0, 130",
        "60, 2147483647, 60, 130",
        "2147483600, 2147483647, 130, 130",
        "70, 0, 70, 70"
    })
    void givesTheRowsThatWereAskedFor(int offset, int limit, int from, int to) {
        assertThat(rows(offset, limit, ALL))
                .containsExactlyElementsOf(IntStream.range(from, to).boxed().toList());
    }

    @Test
    void fetchesNoPageThatIsNotWanted() {
        assertThat(rows(100, 30, ALL)).hasSize(30);
        assertThat(fetched).containsExactly(2);

        fetched.clear();
        assertThat(rows(40, 20, ALL)).hasSize(20);
        assertThat(fetched).containsExactly(0, 1);
    }

    @Test
    void endsWhenThereAreJustWholePages() {
        assertThat(rows(0, Integer.MAX_VALUE, 2 * SIZE)).hasSize(2 * SIZE);
        assertThat(fetched).containsExactly(0, 1, 2);
    }

    private List<Integer> rows(int offset, int limit, int all) {
        return Pages.rows(offset, limit, SIZE, number -> {
            fetched.add(number);
            int begin = (int) Math.min(all, (long) number * SIZE);
            return IntStream.range(begin, Math.min(all, begin + SIZE)).boxed().toList();
        });
    }
}
