package io.askwell.domain.agent;

import io.askwell.domain.failure.Invalid;
import java.util.regex.Pattern;

/**
 * Names a conversation, in which a question may leave out what was said before. Its client chooses it; another caller's
 * conversation of the same name is another one.
 *
 * @param value 1 to {@value #MAX_LENGTH} letters, digits, {@code _} and {@code -} of ASCII
 */
public record ConversationId(String value) {
    public static final int MAX_LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+");

    /** @throws Invalid for field {@code conversationId} */
    public static ConversationId parse(String raw) {
        int length = raw.codePointCount(0, raw.length());
        if (length > MAX_LENGTH) {
            throw new Invalid("conversationId",
                    "must be at most %d characters long, but has %d".formatted(MAX_LENGTH, length));
        }
        if (!FORM.matcher(raw).matches()) {
            throw new Invalid("conversationId",
                    "must be 1 to %d characters out of A-Z, a-z, 0-9, _ and -".formatted(MAX_LENGTH));
        }
        return new ConversationId(raw);
    }
}
