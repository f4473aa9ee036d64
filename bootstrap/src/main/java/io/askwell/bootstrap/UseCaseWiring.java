package io.askwell.bootstrap;

import io.askwell.application.agent.AgentService;
import io.askwell.application.agent.RunLimits;
import io.askwell.application.customer.CustomerService;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.interpreter.GrammarInterpreter;
import io.askwell.interpreter.synonyms.MalformedSynonyms;
import io.askwell.interpreter.synonyms.Synonyms;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The use cases and the grammar: plain classes, put together here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgentSettings.class)
class UseCaseWiring {
    /** "Last month" in a question means the month of the place where Askwell runs; TZ sets it. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    ManageCustomers manageCustomers(Customers customers, Orders orders, Addresses addresses) {
        return new CustomerService(customers, orders, addresses);
    }

    @Bean
    Interpreter interpreter(AgentSettings settings) throws IOException {
        Resource synonyms = settings.synonyms();
        try (var yaml = synonyms.getInputStream()) {
            return new GrammarInterpreter(Synonyms.load(yaml));
        } catch (MalformedSynonyms | FileNotFoundException e) {
            throw new StartupProblem("The words of SYNONYMS cannot be read: %s".formatted(e.getMessage()),
                    "docs/teaching-the-grammar.md shows the form of the file.");
        }
    }

    @Bean
    AgentQuery agentQuery(Agent agent, ReadOnlyQueries queries, AgentSettings settings, Clock clock) {
        return new AgentService(agent, queries, new RunLimits(settings.deadline(), settings.mode()),
                () -> new RunId(UUID.randomUUID().toString()), clock);
    }
}
