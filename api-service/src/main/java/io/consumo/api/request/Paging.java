package io.consumo.api.request;

import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
public record Paging(
        @Parameter(
                description = "Zero-based number of the page",
                schema = @Schema(type = "integer", minimum = "0", maximum = "2147483647", defaultValue = "0"))
        @Nullable
        Integer page,

        @Parameter(
                description = "Entries a page",
                schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        Integer size) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAXIMUM_SIZE = 500;

    public Paging {
        if (page != null && page < 0) {
            throw new InvalidParameter("page", "must not be negative, was " + page, List.of("0 or greater"));
        }
        if (size != null && (size < 1 || size > MAXIMUM_SIZE)) {
            throw new InvalidParameter(
                    "size", "must be from 1 to " + MAXIMUM_SIZE + ", was " + size, List.of("1 to " + MAXIMUM_SIZE));
        }
    }

    /** With the greatest size where none was asked for: for what belongs to one client and is short. */
    public Paging orWhole() {
        return size == null ? new Paging(page, MAXIMUM_SIZE) : this;
    }

    public int number() {
        return page == null ? 0 : page;
    }

    public int limit() {
        return size == null ? DEFAULT_SIZE : size;
    }

    public long offset() {
        return (long) number() * limit();
    }

    /** The page made of its content. */
    public <T> Page<T> pageOf(List<T> content, long totalElements) {
        return Page.of(content, limit(), number(), totalElements);
    }

    /** The page cut out of the whole list. */
    public <T> Page<T> cut(List<T> all) {
        int begin = (int) Math.min(offset(), all.size());
        int end = Math.min(begin + limit(), all.size());
        return pageOf(List.copyOf(all.subList(begin, end)), all.size());
    }
}
