package io.askwell.rest.customer;

import io.askwell.domain.customer.port.in.ImportCustomers;
import io.askwell.domain.customer.port.in.ManageAddresses;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.customer.port.in.ManageOrders;
import io.askwell.rest.JsonBodies;
import java.time.Duration;
import org.mapstruct.factory.Mappers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The resources of the customer feature. */
@Configuration(proxyBeanMethods = false)
public class CustomerRestConfiguration {
    /** Longer than any network hiccup; while it lasts, the import's transaction is open. */
    private static final Duration IMPORT_PATIENCE = Duration.ofSeconds(30);
    private final CustomerMapper mapper = Mappers.getMapper(CustomerMapper.class);
    private final RequestKeys keys;
    private final MergePatch patches;
    private final Listing listing;
    private final JsonBodies bodies;

    CustomerRestConfiguration(JsonMapper json, JsonBodies bodies) {
        this.keys = new RequestKeys(json);
        this.patches = new MergePatch(json);
        this.listing = new Listing(json);
        this.bodies = bodies;
    }

    @Bean
    CustomerController customerController(ManageCustomers customers) {
        return new CustomerController(customers, mapper, keys, patches, listing, bodies);
    }

    @Bean
    OrderResource orderResource(ManageOrders orders) {
        return new OrderResource(orders, mapper);
    }

    @Bean
    OrderController orderController(OrderResource orders) {
        return new OrderController(orders, keys, patches, listing, bodies);
    }

    @Bean
    OrderController.OfCustomer ordersOfCustomer(OrderResource orders) {
        return new OrderController.OfCustomer(orders, keys, listing, bodies);
    }

    @Bean
    AddressResource addressResource(ManageAddresses addresses) {
        return new AddressResource(addresses, mapper);
    }

    @Bean
    AddressController addressController(AddressResource addresses) {
        return new AddressController(addresses, keys, patches, listing, bodies);
    }

    @Bean
    AddressController.OfCustomer addressesOfCustomer(AddressResource addresses) {
        return new AddressController.OfCustomer(addresses, keys, listing, bodies);
    }

    @Bean
    ImportController importController(ImportCustomers imports, JsonMapper json) {
        return new ImportController(imports, new NdjsonImport(json), new CsvImport(), IMPORT_PATIENCE);
    }
}
