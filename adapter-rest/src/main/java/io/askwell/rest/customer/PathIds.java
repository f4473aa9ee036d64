package io.askwell.rest.customer;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.NotFound;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** Ids as they stand in paths. */
final class PathIds {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");

    private PathIds() {}

    /** What stands in the path of a route that ends with {@code /{id}}, or has it before what belongs to it. */
    static String of(ServerWebExchange exchange) {
        Map<String, String> variables = exchange
                .getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return Objects.requireNonNull(variables.get("id"));
    }

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
