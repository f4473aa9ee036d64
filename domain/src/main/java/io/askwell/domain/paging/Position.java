package io.askwell.domain.paging;

import java.util.Optional;

/**
 * A place in a sorted list: right behind the item with this key and id. It stays valid when that item is changed or removed.
 *
 * @param key what the item has in the field that the list is sorted by, or empty if it has nothing there
 */
public record Position(Optional<Comparable<?>> key, int id) {}
