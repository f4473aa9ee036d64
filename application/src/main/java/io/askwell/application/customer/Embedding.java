package io.askwell.application.customer;

import static java.util.stream.Collectors.groupingBy;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Belongings;
import io.askwell.domain.customer.port.out.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Shows customers with their parts: each part of all of them is one query, however many they are. */
final class Embedding {
    private final Orders orders;
    private final Addresses addresses;

    Embedding(Orders orders, Addresses addresses) {
        this.orders = orders;
        this.addresses = addresses;
    }

    /** In the order of the customers. */
    Mono<List<CustomerDetails>> details(List<Stored<CustomerId, Customer>> customers, Set<Part> parts) {
        if (parts.isEmpty()) {
            return Mono.just(customers.stream().map(customer -> new CustomerDetails(customer, null, null)).toList());
        }
        List<CustomerId> ids = customers.stream().map(Stored::id).toList();
        return Mono.zip(read(orders, ids, parts.contains(Part.ORDERS)),
                read(addresses, ids, parts.contains(Part.ADDRESSES)),
                (theirOrders, theirAddresses) -> customers.stream().map(customer -> new CustomerDetails(customer,
                        its(theirOrders, customer.id()), its(theirAddresses, customer.id()))).toList());
    }

    /** By customer, or empty if it is not wanted. */
    private static <I, D extends Belonging> Mono<Optional<Map<CustomerId, List<Stored<I, D>>>>> read(
            Belongings<I, D, ?> belongings, List<CustomerId> customers, boolean wanted) {
        return wanted
                ? belongings.of(customers).collect(groupingBy(stored -> stored.data().customerId())).map(Optional::of)
                : Mono.just(Optional.empty());
    }

    private static <T> @Nullable List<T> its(Optional<Map<CustomerId, List<T>>> read, CustomerId customer) {
        return read.map(byCustomer -> byCustomer.getOrDefault(customer, List.of())).orElse(null);
    }
}
