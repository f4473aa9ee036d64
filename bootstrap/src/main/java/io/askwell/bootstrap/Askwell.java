package io.askwell.bootstrap;

import io.askwell.bootstrap.access.AccessWiring;
import io.askwell.bootstrap.access.BudgetWiring;
import io.askwell.bootstrap.database.DatabaseWiring;
import io.askwell.llm.agent.LlmConfiguration;
import io.askwell.persistence.PersistenceConfiguration;
import io.askwell.rest.RestConfiguration;
import io.askwell.socket.SocketConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts Askwell. What it is made of stands here; nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DatabaseWiring.class, AccessWiring.class, BudgetWiring.class, UseCaseWiring.class, HttpWiring.class,
        SocketWiring.class, StartBanner.class, RestConfiguration.class, SocketConfiguration.class,
        PersistenceConfiguration.class,
        LlmConfiguration.class})
public class Askwell {
    public static void main(String[] arguments) {
        // An event loop for each processor. Reactor Netty makes four at least, which on two processors only take turns.
        System.getProperties().putIfAbsent("reactor.netty.ioWorkerCount",
                String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors())));
        SpringApplication.run(Askwell.class, arguments);
    }
}
