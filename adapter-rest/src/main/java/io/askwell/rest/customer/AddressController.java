package io.askwell.rest.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressQuery;
import io.askwell.rest.JsonBodies;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /addresses}. */
@RestController
@RequestMapping("/addresses")
class AddressController extends BelongingController<AddressId, Address, AddressQuery, AddressRequest, AddressResponse> {
    AddressController(AddressResource addresses, RequestKeys keys, MergePatch patches, Listing listing,
            JsonBodies bodies) {
        super(addresses, keys, patches, listing, bodies);
    }

    /** {@code /customers/{id}/addresses}. */
    @RestController
    @RequestMapping("/customers/{id}/addresses")
    static class OfCustomer
            extends
                NestedController<AddressId, Address, AddressQuery, AddressRequest, AddressResponse> {
        OfCustomer(AddressResource addresses, RequestKeys keys, Listing listing, JsonBodies bodies) {
            super(addresses, keys, listing, bodies);
        }
    }
}
