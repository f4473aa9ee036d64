package io.askwell.domain.customer;

import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Violation;

/** A customer is not deleted while it has orders, unless they are to go with it. */
public final class CustomerHasOrders extends Conflict {
    public CustomerHasOrders() {
        super("customer-has-orders",
                new Violation("cascade", "the customer has orders; cascade=true deletes them too"));
    }
}
