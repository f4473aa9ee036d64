package io.askwell.domain.customer;

import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Range;
import io.askwell.domain.paging.SortField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which orders to list. */
public record OrderQuery(Filter filter, PageRequest<Stored<OrderId, Order>> page)
        implements
            BelongingQuery<OrderId, Order, OrderQuery> {
    public static final SortField<Stored<OrderId, Order>> ID = new SortField<>("id", order -> order.id().value(),
            order -> order.id().value(), Integer::valueOf);
    public static final SortField<Stored<OrderId, Order>> ORDER_DATE = new SortField<>("orderDate",
            order -> order.data().orderDate(), order -> order.id().value(), text -> CalendarDay.parse("cursor", text));
    public static final SortField<Stored<OrderId, Order>> TOTAL_AMOUNT = new SortField<>("totalAmount",
            order -> order.data().totalAmount(), order -> order.id().value(), text -> Amount.parse("cursor", text));
    public static final List<SortField<Stored<OrderId, Order>>> SORT_FIELDS = List.of(ID, ORDER_DATE, TOTAL_AMOUNT);

    /** What an order must be like; whatever is empty does not matter. */
    public record Filter(Optional<CustomerId> customer, Range<LocalDate> orderDate, Range<Amount> totalAmount) {
        public static final Filter NONE = new Filter(Optional.empty(), Range.all(), Range.all());
    }

    @Override
    public OrderQuery of(CustomerId customer) {
        return new OrderQuery(new Filter(Optional.of(customer), filter.orderDate(), filter.totalAmount()), page);
    }

    @Override
    public OrderQuery with(PageRequest<Stored<OrderId, Order>> page) {
        return new OrderQuery(filter, page);
    }
}
