package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How a day is read: in ISO 8601, of the years 1 to 9999. */
public final class CalendarDay {
    private CalendarDay() {}

    /** @throws Invalid if the text is no such day */
    public static LocalDate parse(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Said below, together with a year that nobody means.
        }
        throw new Invalid(field, "must be a day such as 2024-05-01, in the years 0001 to 9999");
    }

    /** As {@link #parse}; nothing stays nothing. */
    public static @Nullable LocalDate optional(String field, @Nullable String text) {
        return text == null ? null : parse(field, text);
    }
}
