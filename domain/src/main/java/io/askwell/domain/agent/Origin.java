package io.askwell.domain.agent;

import java.util.Locale;

/** Who wrote a piece of SQL. */
public enum Origin {
    GRAMMAR, MODEL;

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
