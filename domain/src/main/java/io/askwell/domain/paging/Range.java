package io.askwell.domain.paging;

import io.askwell.domain.failure.Invalid;
import java.util.Optional;

/**
 * From a value to another, both included; an end that is empty is open.
 */
public record Range<T extends Comparable<? super T>>(Optional<T> from, Optional<T> to) {

    /**
     * @param fromField name of the lower end, for the error
     * @param toField name of the upper end, for the error
     * @throws Invalid for the lower end if it is above the upper one
     */
    public static <T extends Comparable<? super T>> Range<T> of(String fromField, Optional<T> from, String toField,
            Optional<T> to) {
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            throw new Invalid(fromField, "must not be above %s, which is %s".formatted(toField, to.get()));
        }
        return new Range<>(from, to);
    }

    /** Everything, also what has no value. */
    public static <T extends Comparable<? super T>> Range<T> all() {
        return new Range<T>(Optional.<T>empty(), Optional.<T>empty());
    }

    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Whether the value lies within; a missing one only lies in {@link #all()}. */
    public boolean holds(Optional<T> value) {
        return isAll() || value.filter(it -> from.map(least -> least.compareTo(it) <= 0).orElse(true)
                && to.map(most -> most.compareTo(it) >= 0).orElse(true)).isPresent();
    }
}
