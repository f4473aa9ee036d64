package io.askwell.interpreter.logic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of whole days.
 *
 * @param from first day, null where it is open
 * @param until the day after the last, null where it is open
 * @param words with their preposition, such as "in June 2024"
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until, String words) {

    /** Whether some day is of both. */
    public boolean overlaps(Period other) {
        return begins(other) && other.begins(this);
    }

    private boolean begins(Period other) {
        return from == null || other.until() == null || from.isBefore(other.until());
    }
}
