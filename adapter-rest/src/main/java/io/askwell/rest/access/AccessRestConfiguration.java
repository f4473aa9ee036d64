package io.askwell.rest.access;

import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.domain.access.port.in.ShowUsage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The guard of every route, and what budgets need to know and show. */
@Configuration(proxyBeanMethods = false)
public class AccessRestConfiguration {
    @Bean
    @Order(0)
    ApiKeyFilter apiKeyFilter(Authenticate authenticate) {
        return new ApiKeyFilter(authenticate);
    }

    @Bean
    @Order(1)
    ClientAddressFilter clientAddressFilter() {
        return new ClientAddressFilter();
    }

    @Bean
    UsageController usageController(ShowUsage usage) {
        return new UsageController(usage);
    }
}
