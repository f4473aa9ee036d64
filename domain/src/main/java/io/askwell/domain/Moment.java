package io.askwell.domain;

import io.askwell.domain.failure.Invalid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** How a point in time is read: in ISO 8601 with an offset, of the years 1 to 9999. */
public final class Moment {
    private Moment() {}

    /** @throws Invalid if the text is no such time */
    public static Instant parse(String field, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeParseException noTime) {
            // Said below, together with a year that nobody means.
        }
        throw new Invalid(field, "must be a time such as 2024-05-01T12:00:00Z, in the years 0001 to 9999");
    }
}
