package io.askwell.rest;

import io.askwell.domain.Moment;
import io.askwell.domain.Text;
import io.askwell.domain.customer.Amount;
import io.askwell.domain.customer.CalendarDay;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Range;
import io.askwell.domain.paging.Sort;
import io.askwell.domain.paging.SortField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of a query. A name that means nothing is refused: a filter that was misspelt must not give a list as
 * if there were none.
 */
public final class QueryParameters {
    /** As long as the longest text that is stored. */
    private static final int MAX_TEXT = 100;
    private static final String CUSTOMER = "customerId";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");
    private final MultiValueMap<String, String> values;

    /**
     * @param known the names that mean something
     * @throws Invalid for a name that does not, or one that stands there twice
     */
    public QueryParameters(ServerHttpRequest request, String... known) {
        this.values = request.getQueryParams();
        for (var parameter : values.entrySet()) {
            if (!Arrays.asList(known).contains(parameter.getKey())) {
                throw new Invalid(parameter.getKey(), "is not a known parameter; known are "
                        + Arrays.stream(known).sorted().collect(Collectors.joining(", ")));
            }
            if (parameter.getValue().size() > 1) {
                throw new Invalid(parameter.getKey(), "must not stand there twice");
            }
        }
    }

    /** Those of a list of things that belong to customers; the customer is one of them unless the path names it. */
    public static QueryParameters ofBelongings(ServerHttpRequest request, boolean nested, String... known) {
        return new QueryParameters(request, nested ? known : with(CUSTOMER, known));
    }

    private static String[] with(String name, String... names) {
        return Stream.concat(Stream.of(name), Stream.of(names)).toArray(String[]::new);
    }

    /** @throws Invalid if it is no id */
    public Optional<CustomerId> customer() {
        return number(CUSTOMER).map(id -> CustomerId.parse(CUSTOMER, id));
    }

    /** As it stands there. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.getFirst(name));
    }

    /** @throws Invalid if it is blank or too long */
    public Optional<String> text(String name) {
        return value(name).map(text -> Text.required(name, text, MAX_TEXT));
    }

    /** @throws Invalid if it is no whole number */
    public Optional<Integer> number(String name) {
        return value(name).map(text -> {
            try {
                // In digits of ASCII and without a plus sign, as everywhere else; Java would read those too.
                if (WHOLE_NUMBER.matcher(text).matches()) {
                    return Integer.valueOf(text);
                }
            } catch (NumberFormatException beyondInt) {
                // Said below.
            }
            throw new Invalid(name, "must be a whole number");
        });
    }

    /** @throws Invalid if it is neither {@code true} nor {@code false} */
    public boolean flag(String name) {
        return switch (value(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(name, "must be true or false");
        };
    }

    public Range<LocalDate> days(String from, String to) {
        return Range.<LocalDate>of(from, value(from).map(text -> CalendarDay.parse(from, text)), to,
                value(to).map(text -> CalendarDay.parse(to, text)));
    }

    public Range<Instant> times(String from, String to) {
        return Range.<Instant>of(from, value(from).map(text -> Moment.parse(from, text)), to,
                value(to).map(text -> Moment.parse(to, text)));
    }

    public Range<Amount> amounts(String from, String to) {
        return Range.<Amount>of(from, value(from).map(text -> Amount.parse(from, text)), to,
                value(to).map(text -> Amount.parse(to, text)));
    }

    /**
     * Reads {@code sort}, {@code limit} and {@code cursor}.
     *
     * @param fields that may be sorted by, the usual one first
     */
    public <T> PageRequest<T> page(List<SortField<T>> fields, int defaultLimit) {
        Sort<T> sort = Sort.parse(value("sort").orElseGet(() -> fields.getFirst().name()), fields);
        return new PageRequest<>(sort, value("cursor").map(text -> Cursor.decode(text, sort)),
                number("limit").orElse(defaultLimit));
    }
}
