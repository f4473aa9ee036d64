package io.askwell.domain.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The request itself is wrong; sending it again will not help. Names every violation, not only the first. */
public final class Invalid extends Failure {
    private final List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super("invalid-request", violations.stream().map(v -> v.field() + ": " + v.message())
                .collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public Invalid(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * Parses two fields and puts them together.
     *
     * @throws Invalid with the violations of both
     */
    public static <A, B, R> R combine(Supplier<A> first, Supplier<B> second, BiFunction<A, B, R> together) {
        var violations = new ArrayList<Violation>();
        A a = null;
        B b = null;
        try {
            a = first.get();
        } catch (Invalid invalid) {
            violations.addAll(invalid.violations);
        }
        try {
            b = second.get();
        } catch (Invalid invalid) {
            violations.addAll(invalid.violations);
        }
        if (a == null || b == null) {
            throw new Invalid(violations);
        }
        return together.apply(a, b);
    }
}
