package io.askwell.rest.access;

import io.askwell.domain.access.port.in.Authenticate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The guard of every route. */
@Configuration(proxyBeanMethods = false)
public class AccessRestConfiguration {
    @Bean
    @Order(0)
    ApiKeyFilter apiKeyFilter(Authenticate authenticate) {
        return new ApiKeyFilter(authenticate);
    }
}
