package io.askwell.rest.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerName;
import io.askwell.domain.customer.Email;
import io.askwell.domain.customer.Order;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** From the model to what a client gets. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CustomerMapper {
    CustomerResponse response(Customer customer);

    @Mapping(target = "id", source = "customer.id")
    @Mapping(target = "name", source = "customer.name")
    @Mapping(target = "email", source = "customer.email")
    CustomerDetailsResponse response(CustomerDetails details);

    CustomerDetailsResponse.OrderResponse response(Order order);

    CustomerDetailsResponse.AddressResponse response(Address address);

    default int number(CustomerId id) {
        return id.value();
    }

    default String text(CustomerName name) {
        return name.value();
    }

    default String text(Email email) {
        return email.value();
    }
}
