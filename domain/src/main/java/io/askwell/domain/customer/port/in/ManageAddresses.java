package io.askwell.domain.customer.port.in;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressQuery;

/** What clients can do with addresses. */
public interface ManageAddresses extends ManageBelongings<AddressId, Address, AddressQuery> {}
