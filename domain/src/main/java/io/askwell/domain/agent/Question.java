package io.askwell.domain.agent;

import io.askwell.domain.Text;
import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/** What somebody wants to know, in their own words. */
public record Question(String text) {
    public static final int MAX_LENGTH = 2_000;

    /** @throws Invalid for field {@code question} */
    public static Question parse(@Nullable String raw) {
        return new Question(Text.required("question", raw, MAX_LENGTH));
    }
}
