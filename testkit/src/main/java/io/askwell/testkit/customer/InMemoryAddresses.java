package io.askwell.testkit.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.port.out.Addresses;
import java.util.List;
import reactor.core.publisher.Flux;

/** The sample addresses. */
public final class InMemoryAddresses implements Addresses {
    private final List<Address> stored = List.of(
            new Address(1, new CustomerId(1), "billing", "123 Apple St", "Wonderland", "10001", "Fantasy"),
            new Address(2, new CustomerId(1), "shipping", "123 Apple St", "Wonderland", "10001", "Fantasy"),
            new Address(3, new CustomerId(2), "billing", "500 Construction Ave", "Buildtown", "20002", "USA"),
            new Address(4, new CustomerId(3), "billing", "42 Test Lane", "Testville", "30003", "USA"),
            new Address(5, new CustomerId(3), "shipping", "43 Test Lane", "Testville", "30003", "USA"));

    @Override
    public Flux<Address> of(CustomerId customer) {
        return Flux.fromIterable(stored).filter(address -> address.customerId().equals(customer));
    }
}
