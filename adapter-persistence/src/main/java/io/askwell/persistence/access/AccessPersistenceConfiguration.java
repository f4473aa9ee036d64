package io.askwell.persistence.access;

import io.askwell.domain.access.port.out.Budgets;
import io.askwell.persistence.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of the access feature. */
@Configuration(proxyBeanMethods = false)
public class AccessPersistenceConfiguration {
    @Bean
    Budgets budgets(Database database) {
        return new PostgresBudgets(database);
    }
}
