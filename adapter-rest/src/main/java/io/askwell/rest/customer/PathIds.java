package io.askwell.rest.customer;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.NotFound;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Ids as they stand in paths. */
final class PathIds {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");

    private PathIds() {}

    static CustomerId customer(String text) {
        return parse(text, CustomerId::new, CustomerNotFound::new);
    }

    /**
     * A number that nothing can have is something that there is not.
     *
     * @throws Invalid if it is no number
     */
    static <I> I parse(String text, IntFunction<I> id, Function<String, NotFound> absent) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Invalid("id", "must be a whole number");
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return id.apply(number);
            }
        } catch (NumberFormatException beyondInt) {
            // Said below, together with a number that is no id.
        }
        throw absent.apply(text);
    }
}
