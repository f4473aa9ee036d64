package io.askwell.domain.agent;

import io.askwell.domain.failure.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who answers a question. */
public enum Mode {
    /** The grammar alone: what it does not fully understand is declined in words. */
    GRAMMAR("grammar"),
    /** The grammar takes what it fully understands, at no cost; the model takes the rest. */
    GRAMMAR_FIRST("grammar-first"),
    /** The model; the grammar stands by for when it is unavailable. */
    MODEL("model");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The name that clients and configuration use. */
    public String label() {
        return label;
    }

    /** @throws Invalid for field {@code mode} */
    public static Mode parse(String raw) {
        return Arrays.stream(values()).filter(mode -> mode.label.equals(raw)).findFirst()
                .orElseThrow(() -> new Invalid("mode", "must be one of "
                        + Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "))));
    }
}
