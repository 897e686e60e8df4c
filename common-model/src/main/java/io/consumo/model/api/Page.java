package io.consumo.model.api;

import java.util.List;

/** One page of a list. */
public record Page<T>(List<T> content, PageInfo page) {

    /**
     * Where the page lies.
     *
     * @param number zero-based
     */
    public record PageInfo(int size, int number, long totalElements, int totalPages) {}

    public static <T> Page<T> of(List<T> content, int size, int number, long totalElements) {
        return new Page<>(
                content, new PageInfo(size, number, totalElements, (int) ((totalElements + size - 1) / size)));
    }
}
