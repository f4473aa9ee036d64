package io.askwell.rest.customer;

import io.askwell.domain.customer.port.in.ManageCustomers;
import org.mapstruct.factory.Mappers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of the customer feature. */
@Configuration(proxyBeanMethods = false)
public class CustomerRestConfiguration {
    @Bean
    CustomerController customerController(ManageCustomers customers) {
        return new CustomerController(customers, Mappers.getMapper(CustomerMapper.class));
    }
}
