package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;

/** What a wrong line means for the others. */
public enum ImportMode {
    /** One wrong line, and none is stored. */
    ALL_OR_NOTHING,
    /** What is right is stored. */
    PARTIAL;

    /** @throws Invalid for field {@code mode} */
    public static ImportMode parse(String text) {
        return switch (text) {
            case "all-or-nothing" -> ALL_OR_NOTHING;
            case "partial" -> PARTIAL;
            default -> throw new Invalid("mode", "must be all-or-nothing or partial");
        };
    }
}
