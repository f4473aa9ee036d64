package io.askwell.domain.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one request is called: its answer and every line of the log that it caused carry it.
 *
 * @param value 1 to 128 letters, digits, {@code .}, {@code _}, {@code :} and {@code -}, so that it is safe in a log
 */
public record RequestId(String value) {
    /** Reactor's context and the log's lines hold the value under this name. */
    public static final String NAME = "requestId";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** The id that a client chose, or empty if it chose none or one of another form. */
    public static Optional<RequestId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
    }
}
