package io.askwell.domain.customer;

import java.util.Optional;
import java.util.Set;

/**
 * Which version a change is meant for.
 *
 * @param versions any of these, or empty for whatever is there
 */
public record Precondition(Optional<Set<Integer>> versions) {
    /** The last write wins. */
    public static final Precondition NONE = new Precondition(Optional.empty());

    public static Precondition oneOf(Set<Integer> versions) {
        return new Precondition(Optional.of(Set.copyOf(versions)));
    }

    /** @throws Outdated if the version is not the one that is meant */
    public <I, D> Stored<I, D> check(Stored<I, D> current) {
        if (versions.isPresent() && !versions.get().contains(current.version())) {
            throw new Outdated(current.version());
        }
        return current;
    }
}
