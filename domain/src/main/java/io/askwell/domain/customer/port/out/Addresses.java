package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressQuery;

/** The stored addresses. */
public interface Addresses extends Belongings<AddressId, Address, AddressQuery> {}
