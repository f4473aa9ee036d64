package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.testkit.access.InMemoryBudgets;
import io.askwell.testkit.agent.InMemoryRuns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Servers on one log, whose agent says what the script says, in a time that passes when a test lets it. */
abstract class RunServers {
    static final Caller ALICE = new Caller("alice");
    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(50);
    static final BudgetService BUDGETS = new BudgetService(BudgetPlan.UNLIMITED, new InMemoryBudgets(),
            Clock.systemUTC());
    static final Completed END = new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of());
    static final RunQuery ALL = new RunQuery(RunQuery.Filter.NONE, Optional.empty(), 10);
    /** What is made after it lives in its time. */
    final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    final InMemoryRuns runs = new InMemoryRuns();
    final List<String> begun = new CopyOnWriteArrayList<>();
    final List<String> ended = new CopyOnWriteArrayList<>();
    final List<AgentTask> tasks = new CopyOnWriteArrayList<>();
    final AtomicInteger cancelled = new AtomicInteger();
    final Sinks.Many<AgentEvent> script = Sinks.many().replay().all();
    final AgentService service = service("here", 2, 2);

    @AfterEach
    void realTimeAgain() {
        VirtualTimeScheduler.reset();
    }

    /** A run whose server is gone. */
    Run left(boolean detached, int attempt) {
        var run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("lost"), Optional.empty(),
                Mode.MODEL, detached, attempt, RunState.RUNNING, Clock.systemUTC().instant(), Optional.empty());
        runs.open(run, "gone", Duration.ofMillis(-1)).block();
        return run;
    }

    static String name(RunEvent event) {
        return event.event().getClass().getSimpleName();
    }

    Run begin(String question) {
        return Objects.requireNonNull(service.begin(detached(ALICE, question)).block());
    }

    static Ask detached(Caller caller, String question) {
        return new Ask(caller, new Question(question), Optional.empty(), Optional.empty(), true);
    }

    static Ask ask(String question) {
        return new Ask(ALICE, new Question(question), Optional.empty());
    }

    Run found(RunId id) {
        return Objects.requireNonNull(service.find(ALICE, id).block());
    }

    List<AgentEvent> events(RunId id) {
        return all(service.events(ALICE, id, EventId.START).map(RunEvent::event));
    }

    /** Lets time pass until it is so. */
    void until(BooleanSupplier condition) {
        for (Duration passed = Duration.ZERO; !condition.getAsBoolean(); passed = passed.plus(TICK)) {
            assertThat(passed).as("waited too long").isLessThan(SOON);
            time.advanceTimeBy(TICK);
        }
    }

    /** Lets time pass until it has all come. */
    <T> List<T> all(Flux<T> flux) {
        var collected = flux.collectList().toFuture();
        until(collected::isDone);
        return collected.join();
    }

    RunLeader leader(String name, int atOnce, int waiting) {
        return leader(runs, name, atOnce, waiting);
    }

    private RunLeader leader(Runs log, String name, int atOnce, int waiting) {
        return new RunLeader(log, agent(), BUDGETS::allowance, (run, last) -> ended.add(run.id() + " " + last),
                new RunLimits(Duration.ofSeconds(30), Mode.MODEL, GRACE, atOnce, waiting, 3),
                name, Clock.systemUTC());
    }

    AgentService service(String name, int atOnce, int waiting) {
        return service(runs, name, atOnce, waiting);
    }

    AgentService service(Runs log, String name, int atOnce, int waiting) {
        RunLeader leader = leader(log, name, atOnce, waiting);
        leader.start();
        return new AgentService(agent(), new Ready(), BUDGETS, leader, Mode.MODEL,
                () -> new RunId(UUID.randomUUID().toString()), Clock.systemUTC());
    }

    Agent agent() {
        return new Agent() {
            @Override
            public boolean hasModel() {
                return true;
            }

            @Override
            public Flux<AgentEvent> answer(AgentTask task, Allowance allowance) {
                begun.add(task.question().text());
                tasks.add(task);
                return script.asFlux().doOnCancel(cancelled::incrementAndGet);
            }
        };
    }

    private static final class Ready implements ReadOnlyQueries {
        @Override
        public Mono<Void> ready() {
            return Mono.empty();
        }

        @Override
        public Mono<QueryOutcome> run(String sql) {
            return Mono.error(new AssertionError("the agent runs queries, not the service"));
        }
    }
}
