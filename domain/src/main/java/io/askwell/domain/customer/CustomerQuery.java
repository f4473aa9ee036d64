package io.askwell.domain.customer;

import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Range;
import io.askwell.domain.paging.SortField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which customers to list.
 *
 * @param parts what to show along with each
 */
public record CustomerQuery(Filter filter, PageRequest<Stored<CustomerId, Customer>> page, Set<Part> parts) {
    public static final SortField<Stored<CustomerId, Customer>> ID = new SortField<>("id",
            customer -> customer.id().value(), customer -> customer.id().value(), Integer::valueOf);
    public static final SortField<Stored<CustomerId, Customer>> NAME = new SortField<>("name",
            customer -> customer.data().name().value(), customer -> customer.id().value(), text -> text);
    /** Case does not tell two apart. */
    public static final SortField<Stored<CustomerId, Customer>> EMAIL = new SortField<>("email",
            customer -> customer.data().email().value(), customer -> customer.id().value(), text -> text);
    public static final List<SortField<Stored<CustomerId, Customer>>> SORT_FIELDS = List.of(ID, NAME, EMAIL);

    /**
     * What a customer must be like; whatever is empty does not matter.
     *
     * @param nameContains a part of the name; case does not matter
     * @param email the whole address; case does not matter
     * @param city of one of its addresses; case does not matter
     * @param country of one of its addresses, the same as the city's if both are given; case does not matter
     * @param orderDate when it placed one of its orders
     * @param totalAmount what one of its orders cost, the same as the date's if both are given
     */
    public record Filter(Optional<String> nameContains, Optional<String> email, Optional<String> city,
            Optional<String> country, Range<LocalDate> orderDate, Range<Amount> totalAmount) {
        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Range.all(), Range.all());
    }
}
