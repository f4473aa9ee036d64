package io.askwell.rest;

import io.askwell.application.customer.AddressService;
import io.askwell.application.customer.CustomerService;
import io.askwell.application.customer.ImportService;
import io.askwell.application.customer.OrderService;
import io.askwell.domain.access.ApiKeys;
import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.ClientAddress;
import io.askwell.domain.access.Prices;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.Usage;
import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.domain.access.port.in.ShowUsage;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.agent.port.in.OpenedRun;
import io.askwell.domain.agent.port.in.TryQuestion;
import io.askwell.domain.customer.port.in.ImportCustomers;
import io.askwell.domain.customer.port.in.ManageAddresses;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.customer.port.in.ManageOrders;
import io.askwell.testkit.agent.OneRun;
import io.askwell.testkit.customer.CustomerStores;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The REST adapter on the use cases, with stores in memory and a scripted agent. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RestConfiguration.class)
public class RestApplication {
    public static final String KEY = "test-key";
    private static final RunId RUN = new RunId("run-1");

    @Bean
    Authenticate authenticate() {
        return ApiKeys.parse(KEY)::owner;
    }

    @Bean
    ManageRuns manageRuns() {
        return new OneRun(Flux.empty());
    }

    /** Understands what ends with a question mark, is of two minds about "or", and knows no other word. */
    @Bean
    TryQuestion tryQuestion() {
        return (caller, question) -> Mono.just(switch (question.text()) {
            case String text when text.endsWith("?") -> new DryRun(question,
                    List.of(new DryRun.Words("How many", List.of(new DryRun.Sense(DryRun.Kind.STRUCTURE, "how many")))),
                    new Interpretation.Understood("SELECT 1", "Counted them.", rows -> "never said"));
            case "or" -> new DryRun(question, List.of(),
                    new Interpretation.Ambiguous("Which?", List.of("One.", "Two.")));
            default -> new DryRun(question, List.of(new DryRun.Words(question.text(), List.of())),
                    new Interpretation.Declined("I do not understand that."));
        });
    }

    @Bean
    AgentQuery agentQuery() {
        return ask -> Mono.just(new OpenedRun(RUN, events(ask)));
    }

    private static Flux<RunEvent> events(Ask ask) {
        return switch (ask.question().text()) {
            case "break" -> Flux.error(new IllegalStateException("secret detail"));
            case "too often" -> Flux.error(BudgetExceeded.ofTheMinute(10, "key", Duration.ofMillis(5_500)));
            case "too dear" ->
                Flux.fromIterable(run(new Failed(Fault.BUDGET_EXCEEDED, "One question may spend less.")));
            case "whence" -> Flux.deferContextual(context -> Flux.fromIterable(
                    run(new Failed(Fault.QUERY_FAILED, context.<ClientAddress>get(ClientAddress.NAME).value()))));
            default -> answer(ask);
        };
    }

    private static Flux<RunEvent> answer(Ask ask) {
        return Flux.just(ask.question().text().equals("fail")
                ? run(new Failed(Fault.MODEL_UNAVAILABLE, "The model sleeps."))
                : run(new RowsRead(new Rows(List.of("n", "day"),
                        List.of(Arrays.asList(new BigDecimal("2.50"), null)), true)),
                        new Completed(
                                new Verdict.Answered("SELECT 1", Origin.MODEL, Optional.of("Counted them.")),
                                "There are 2.", new TokenUsage(5, 7),
                                List.of(new StepTiming(Step.EXECUTE, 3)))))
                .flatMapIterable(events -> events);
    }

    private static List<RunEvent> run(AgentEvent... events) {
        return java.util.stream.IntStream.range(0, events.length)
                .mapToObj(i -> new RunEvent(RUN, new EventId(1, i + 1L), events[i])).toList();
    }

    /** With a little spent. */
    @Bean
    ShowUsage showUsage() {
        return caller -> Mono.just(new Usage(caller, new BudgetDay(LocalDate.of(2026, 3, 1)),
                new Spend(3, 5_120, new BigDecimal("1.60")),
                new BudgetPlan(Optional.of(10), Optional.empty(),
                        new Budget(Optional.of(100L), Optional.empty(), Optional.of(new BigDecimal("1.50"))),
                        new Budget(Optional.empty(), Optional.of(20_000L), Optional.empty()), Prices.FREE)));
    }

    @Bean
    CustomerStores stores() {
        return CustomerStores.inMemory();
    }

    @Bean
    ManageCustomers manageCustomers(CustomerStores stores) {
        return new CustomerService(stores.customers(), stores.orders(), stores.addresses(), stores.creations(),
                stores.unitOfWork());
    }

    @Bean
    ManageOrders manageOrders(CustomerStores stores) {
        return new OrderService(stores.orders(), stores.customers(), stores.creations());
    }

    @Bean
    ManageAddresses manageAddresses(CustomerStores stores) {
        return new AddressService(stores.addresses(), stores.customers(), stores.creations());
    }

    @Bean
    ImportCustomers importCustomers(CustomerStores stores) {
        return new ImportService(stores.customers(), stores.unitOfWork());
    }
}
