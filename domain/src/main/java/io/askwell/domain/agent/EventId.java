package io.askwell.domain.agent;

import io.askwell.domain.failure.Invalid;
import java.util.regex.Pattern;

/**
 * The place of an event in its run.
 *
 * @param attempt from 1; a run that had to be started again is a new attempt
 * @param sequence from 1 within the attempt, without gaps
 */
public record EventId(int attempt, long sequence) {
    /** Before every event. */
    public static final EventId START = new EventId(0, 0);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,15})");

    /**
     * Reads the form on the wire.
     *
     * @param field which the client wrote it in, for the error
     * @throws Invalid if it has another form
     */
    public static EventId parse(String field, String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Invalid(field, "must be the id of an event, such as 1.7");
        }
        return new EventId(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** Whether this comes after the other. Every event of a later attempt does. */
    public boolean isAfter(EventId other) {
        return attempt > other.attempt || (attempt == other.attempt && sequence > other.sequence);
    }

    /** The form on the wire: {@code attempt.sequence}. */
    @Override
    public String toString() {
        return attempt + "." + sequence;
    }
}
