package io.askwell.rest.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.Amount;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerName;
import io.askwell.domain.customer.Email;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.Stored;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between the model and what clients send and get. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CustomerMapper {
    @Mapping(target = "id", source = "customer.id")
    @Mapping(target = "name", source = "customer.data.name")
    @Mapping(target = "email", source = "customer.data.email")
    CustomerResponse response(CustomerDetails details);

    @Mapping(target = ".", source = "data")
    OrderResponse order(Stored<OrderId, Order> stored);

    @Mapping(target = ".", source = "data")
    AddressResponse address(Stored<AddressId, Address> stored);

    CustomerRequest request(Customer customer);

    OrderRequest request(Order order);

    AddressRequest request(Address address);

    default int number(CustomerId id) {
        return id.value();
    }

    default int number(OrderId id) {
        return id.value();
    }

    default int number(AddressId id) {
        return id.value();
    }

    default String text(CustomerName name) {
        return name.value();
    }

    default String text(Email email) {
        return email.value();
    }

    default @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    default @Nullable BigDecimal decimal(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }
}
