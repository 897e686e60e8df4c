package io.consumo.dashboard.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Rows from anywhere in a list that the API gives page by page. */
public final class Pages {

    private Pages() {}

    /**
     * The rows from an offset on, as many as asked for or as there are.
     *
     * <p>A list asks for fewer rows at its end, and for any number when all are picked; a page of the size that was
     * asked for would then lie elsewhere. So the pages have one size, and what was not asked for is cut off.
     *
     * @param fetch answers the rows of a zero-based page, fewer than the size only on the last one
     */
    public static <T> List<T> rows(int offset, int limit, int size, IntFunction<List<T>> fetch) {
        long end = (long) offset + limit;
        List<T> rows = new ArrayList<>();
        for (int number = offset / size; (long) number * size < end; number++) {
            long begin = (long) number * size;
            List<T> page = fetch.apply(number);
            int from = (int) Math.min(Math.max(0, offset - begin), page.size());
            int to = (int) Math.min(end - begin, page.size());
            rows.addAll(page.subList(from, to));
            if (page.size() < size) {
                break;
            }
        }
        return rows;
    }
}
