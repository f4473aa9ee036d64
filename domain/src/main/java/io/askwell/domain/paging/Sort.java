package io.askwell.domain.paging;

import io.askwell.domain.failure.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The order of a list. */
public record Sort<T>(SortField<T> field, boolean descending) {

    /**
     * Reads a field's name, for descending order with {@code -} before it.
     *
     * @param fields what may be sorted by
     * @throws Invalid for field {@code sort}
     */
    public static <T> Sort<T> parse(String text, List<SortField<T>> fields) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return fields.stream().filter(field -> field.name().equals(name)).findFirst()
                .map(field -> new Sort<>(field, descending))
                .orElseThrow(() -> new Invalid("sort", "must be one of %s, for descending order with - before it"
                        .formatted(fields.stream().map(SortField::name).collect(Collectors.joining(", ")))));
    }

    /** As {@link #parse} reads it. */
    public String name() {
        return (descending ? "-" : "") + field.name();
    }

    Position position(T item) {
        return new Position(Optional.ofNullable(field.key().apply(item)), field.id().applyAsInt(item));
    }
}
