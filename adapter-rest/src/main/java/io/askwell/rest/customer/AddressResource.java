package io.askwell.rest.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressNotFound;
import io.askwell.domain.customer.AddressQuery;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.in.ManageAddresses;
import io.askwell.rest.QueryParameters;
import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Addresses. */
final class AddressResource
        extends
            BelongingResource<AddressId, Address, AddressQuery, AddressRequest, AddressResponse> {
    private static final String[] NESTED_PARAMETERS = {"limit", "cursor", "sort", "type", "city", "country"};
    private final CustomerMapper mapper;

    AddressResource(ManageAddresses addresses, CustomerMapper mapper) {
        super(addresses);
        this.mapper = mapper;
    }

    @Override
    URI location(AddressId id) {
        return URI.create("/addresses/" + id.value());
    }

    @Override
    AddressId id(String path) {
        return PathIds.parse(path, AddressId::new, AddressNotFound::new);
    }

    @Override
    Class<AddressRequest> type() {
        return AddressRequest.class;
    }

    @Override
    AddressRequest request(Address address) {
        return mapper.request(address);
    }

    @Override
    AddressResponse response(Stored<AddressId, Address> stored) {
        return mapper.address(stored);
    }

    @Override
    AddressQuery query(ServerHttpRequest request, boolean nested, int defaultLimit) {
        var parameters = QueryParameters.ofBelongings(request, nested, NESTED_PARAMETERS);
        return new AddressQuery(new AddressQuery.Filter(parameters.customer(), parameters.text("type"),
                parameters.text("city"), parameters.text("country")),
                parameters.page(AddressQuery.SORT_FIELDS, defaultLimit));
    }
}
