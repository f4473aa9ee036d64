package io.askwell.persistence.customer;

import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.customer.port.out.UnitOfWork;
import io.askwell.persistence.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of the customer feature. */
@Configuration(proxyBeanMethods = false)
public class CustomerPersistenceConfiguration {
    @Bean
    Customers customers(Database database) {
        return new PostgresCustomers(database);
    }

    @Bean
    Orders orders(Database database) {
        return new PostgresOrders(database);
    }

    @Bean
    Addresses addresses(Database database) {
        return new PostgresAddresses(database);
    }

    @Bean
    UnitOfWork unitOfWork(Database database) {
        return database::transaction;
    }

    @Bean
    Creations creations(Database database) {
        return new PostgresCreations(database);
    }
}
