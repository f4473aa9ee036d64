package io.askwell.domain.customer;

import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.SortField;
import java.util.List;
import java.util.Optional;

/** Which addresses to list. */
public record AddressQuery(Filter filter, PageRequest<Stored<AddressId, Address>> page)
        implements
            BelongingQuery<AddressId, Address, AddressQuery> {
    public static final SortField<Stored<AddressId, Address>> ID = new SortField<>("id",
            address -> address.id().value(), address -> address.id().value(), Integer::valueOf);
    /** Case does not tell two apart. */
    public static final SortField<Stored<AddressId, Address>> CITY = new SortField<>("city",
            address -> address.data().city(), address -> address.id().value(), text -> text);
    /** Case does not tell two apart. */
    public static final SortField<Stored<AddressId, Address>> COUNTRY = new SortField<>("country",
            address -> address.data().country(), address -> address.id().value(), text -> text);
    public static final List<SortField<Stored<AddressId, Address>>> SORT_FIELDS = List.of(ID, CITY, COUNTRY);

    /** What an address must be like; whatever is empty does not matter, and neither does case. */
    public record Filter(Optional<CustomerId> customer, Optional<String> type, Optional<String> city,
            Optional<String> country) {
        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    @Override
    public AddressQuery of(CustomerId customer) {
        return new AddressQuery(
                new Filter(Optional.of(customer), filter.type(), filter.city(), filter.country()), page);
    }

    @Override
    public AddressQuery with(PageRequest<Stored<AddressId, Address>> page) {
        return new AddressQuery(filter, page);
    }
}
