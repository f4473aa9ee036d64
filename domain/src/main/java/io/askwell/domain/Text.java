package io.askwell.domain;

import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/** How every piece of text that a person wrote is read: trimmed, within a length, free of control characters. */
public final class Text {
    private Text() {}

    /**
     * Reads a text that must be there.
     *
     * @param field path of the field, for the error
     * @param maxLength in Unicode code points, as Postgres counts
     * @return the text without white space at its ends
     * @throws Invalid if it is missing, blank, too long, or holds a control character or half a surrogate pair
     */
    public static String required(String field, @Nullable String raw, int maxLength) {
        if (raw == null || raw.codePoints().allMatch(Text::invisible)) {
            throw new Invalid(field, "must not be blank");
        }
        String text = raw.strip();
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            throw new Invalid(field, "must be at most %d characters long, but has %d".formatted(maxLength, length));
        }
        if (text.codePoints().anyMatch(Text::unprintable)) {
            throw new Invalid(field, "must not contain control characters");
        }
        return text;
    }

    /** Reads a text that may be missing, which is not the same as blank; otherwise as {@link #required}. */
    public static @Nullable String optional(String field, @Nullable String raw, int maxLength) {
        return raw == null ? null : required(field, raw, maxLength);
    }

    /** A no-break space or a zero-width one shows nothing either, though Java's {@code isBlank} does not know them. */
    private static boolean invisible(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean unprintable(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t' && codePoint != '\r');
    }
}
