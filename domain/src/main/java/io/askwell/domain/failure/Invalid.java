package io.askwell.domain.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request itself is wrong; sending it again will not help. Names every violation, not only the first. */
public final class Invalid extends Failure {
    private final List<Violation> violations;

    public Invalid(List<Violation> violations) {
        this("invalid-request", violations.stream().map(v -> v.field() + ": " + v.message())
                .collect(Collectors.joining("; ")), violations);
    }

    public Invalid(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    /**
     * @param kind see {@link Failure}
     * @param message one sentence for all of the violations
     */
    public Invalid(String kind, String message, List<Violation> violations) {
        super(kind, message);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Reads the fields of something one after another, and remembers what is wrong with each. */
    public static final class Checks {
        private final List<Violation> violations = new ArrayList<>();

        private Checks() {}

        /** What the field holds; after a violation, nothing that anybody will see. */
        @SuppressWarnings("NullAway") // The null goes into something that `all` drops.
        public <T extends @Nullable Object> T read(Supplier<T> field) {
            try {
                return field.get();
            } catch (Invalid invalid) {
                violations.addAll(invalid.violations);
                return null;
            }
        }
    }

    /**
     * Makes something of several fields.
     *
     * @throws Invalid with the violations of all of them
     */
    public static <T> T all(Function<Checks, T> fields) {
        var checks = new Checks();
        T made = fields.apply(checks);
        if (!checks.violations.isEmpty()) {
            throw new Invalid(checks.violations);
        }
        return made;
    }
}
