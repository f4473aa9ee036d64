package io.askwell.domain.paging;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A field that a list can be sorted by. Items without a value there come first, in descending order last; ids break ties.
 *
 * @param name as clients write it
 * @param key what an item has in this field
 * @param id an item's id
 * @param parser reads a key from the text that its {@code toString} gave; throws an {@link IllegalArgumentException} or an
 *     {@link io.askwell.domain.failure.Invalid} if the text is none
 */
public record SortField<T>(String name, Function<T, @Nullable Comparable<?>> key, ToIntFunction<T> id,
        Function<String, Comparable<?>> parser) {}
