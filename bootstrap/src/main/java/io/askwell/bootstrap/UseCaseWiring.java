package io.askwell.bootstrap;

import io.askwell.application.access.BudgetService;
import io.askwell.application.agent.AgentService;
import io.askwell.application.agent.DryRunService;
import io.askwell.application.agent.RunLeader;
import io.askwell.application.agent.RunRetention;
import io.askwell.application.customer.AddressService;
import io.askwell.application.customer.CustomerService;
import io.askwell.application.customer.ImportService;
import io.askwell.application.customer.OrderService;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.in.TryQuestion;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.RunStatistics;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import io.askwell.domain.customer.port.in.ImportCustomers;
import io.askwell.domain.customer.port.in.ManageAddresses;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.customer.port.in.ManageOrders;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.customer.port.out.UnitOfWork;
import io.askwell.interpreter.GrammarInterpreter;
import io.askwell.interpreter.synonyms.MalformedSynonyms;
import io.askwell.interpreter.synonyms.Synonyms;
import io.askwell.persistence.agent.QuerySettings;
import io.micrometer.core.instrument.MeterRegistry;
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
    ManageCustomers manageCustomers(Customers customers, Orders orders, Addresses addresses, Creations creations,
            UnitOfWork unitOfWork) {
        return new CustomerService(customers, orders, addresses, creations, unitOfWork);
    }

    @Bean
    ManageOrders manageOrders(Orders orders, Customers customers, Creations creations) {
        return new OrderService(orders, customers, creations);
    }

    @Bean
    ManageAddresses manageAddresses(Addresses addresses, Customers customers, Creations creations) {
        return new AddressService(addresses, customers, creations);
    }

    @Bean
    ImportCustomers importCustomers(Customers customers, UnitOfWork unitOfWork) {
        return new ImportService(customers, unitOfWork);
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
    QuerySettings querySettings(AgentSettings settings) {
        return new QuerySettings(settings.maxQueryCost());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RunLeader runLeader(Runs runs, Agent agent, BudgetService budgets, RunStatistics statistics, AgentSettings settings,
            Clock clock) {
        return new RunLeader(runs, agent, budgets::allowance, statistics, settings.limits(),
                UUID.randomUUID().toString(), clock);
    }

    @Bean
    AgentService agentService(Agent agent, ReadOnlyQueries queries, BudgetService budgets, RunLeader leader,
            AgentSettings settings, Clock clock) {
        return new AgentService(agent, queries, budgets, leader, settings.mode(),
                () -> new RunId(UUID.randomUUID().toString()), clock);
    }

    @Bean
    TryQuestion tryQuestion(ReadOnlyQueries queries, SchemaCatalog catalog, Interpreter interpreter,
            BudgetService budgets, Clock clock) {
        return new DryRunService(queries, catalog, interpreter, budgets, clock);
    }

    @Bean
    RunStatistics runStatistics(MeterRegistry meters) {
        return new RunMeters(meters);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RunRetention runRetention(Runs runs, AgentSettings settings, Clock clock) {
        if (!settings.runsKept().isPositive()) {
            throw new StartupProblem("RUNS_KEPT must be above zero, but is %s.".formatted(settings.runsKept()),
                    "Set it to a duration such as 12h or 30d, or leave it out.");
        }
        return new RunRetention(runs, settings.runsKept(), clock);
    }
}
