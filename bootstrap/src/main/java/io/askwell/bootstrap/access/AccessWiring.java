package io.askwell.bootstrap.access;

import io.askwell.application.access.AccessService;
import io.askwell.bootstrap.Home;
import io.askwell.domain.access.port.in.Authenticate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Access from the environment. */
@Configuration(proxyBeanMethods = false)
public class AccessWiring {
    @Bean
    KeySource keySource(Environment environment) {
        return KeySource.find(environment, Home.of(environment));
    }

    @Bean
    Authenticate authenticate(KeySource source) {
        return new AccessService(source.keys());
    }
}
