package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Prices;
import io.askwell.domain.access.Spend;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.in.OpenedRun;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.failure.Invalid;
import io.askwell.testkit.access.InMemoryBudgets;
import io.askwell.testkit.agent.InMemoryRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AgentServiceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final AgentEvent BEGIN = new StepStarted(Step.RECALL);
    private static final Completed END = new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of());

    private final List<AgentTask> tasks = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final InMemoryBudgets spending = new InMemoryBudgets();
    private BudgetService budgets = budgets(Optional.empty());
    private Duration grace = Duration.ofSeconds(5);

    @Test
    void numbersTheEventsOfARun() {
        StepVerifier.create(service(true, Flux.just(BEGIN, END)).ask(ask(Optional.empty())))
                .expectNext(new RunEvent(new RunId("run-1"), new EventId(1, 1), BEGIN),
                        new RunEvent(new RunId("run-1"), new EventId(1, 2), END))
                .verifyComplete();
    }

    @Test
    void opensANewRunForEachSubscription() {
        var asked = service(true, Flux.just(END)).ask(ask(Optional.empty()));

        assertThat(asked.map(RunEvent::runId).concatWith(asked.map(RunEvent::runId)).collectList().block())
                .containsExactly(new RunId("run-1"), new RunId("run-2"));
    }

    @Test
    void givesTheAgentTheQuestionAndItsDeadline() {
        service(true, Flux.just(END)).ask(ask(Optional.of(Mode.GRAMMAR_FIRST))).blockLast();

        assertThat(tasks).containsExactly(
                new AgentTask(Question.parse("How many?"), Mode.GRAMMAR_FIRST, NOW.plus(DEADLINE)));
    }

    @Test
    void usesTheConfiguredModeWhereTheAskerNamesNone() {
        service(true, Flux.just(END)).ask(ask(Optional.empty())).blockLast();

        assertThat(tasks).extracting(AgentTask::mode).containsExactly(Mode.MODEL);
    }

    @Test
    void usesTheGrammarWhereThereIsNoModel() {
        var service = service(false, Flux.just(END));

        service.ask(ask(Optional.empty())).blockLast();
        service.ask(ask(Optional.of(Mode.GRAMMAR_FIRST))).blockLast();

        assertThat(tasks).extracting(AgentTask::mode).containsExactly(Mode.GRAMMAR, Mode.GRAMMAR);
    }

    @Test
    void refusesToAskAModelThatIsNotThere() {
        StepVerifier.create(service(false, Flux.just(END)).ask(ask(Optional.of(Mode.MODEL))))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(Invalid.class)
                        .hasMessageContaining("no model is configured"))
                .verify();
    }

    @Test
    void endsARunAtItsDeadlineAndCancelsTheAgent() {
        var cancelled = new AtomicBoolean();
        Flux<AgentEvent> stalled = Flux.concat(Flux.just(BEGIN), Flux.never());

        StepVerifier.withVirtualTime(() -> service(true, stalled.doOnCancel(() -> cancelled.set(true)))
                .ask(ask(Optional.empty())).map(RunEvent::event))
                .expectNext(BEGIN).expectNoEvent(DEADLINE.minusMillis(1)).thenAwait(Duration.ofMillis(1))
                .expectNext(new Failed(Fault.DEADLINE_EXCEEDED, "The question took longer than 30 seconds."))
                .verifyComplete();

        assertThat(cancelled).isTrue();
    }

    @Test
    void cancelsARunThatNobodyComesToWatchWithinItsGrace() {
        grace = Duration.ofSeconds(20);

        StepVerifier.withVirtualTime(() -> openedAndWatchedAfter(grace.plusMillis(1)))
                .thenAwait(grace.plusMillis(1)).expectNextMatches(AgentServiceTest::isCancelled).verifyComplete();
    }

    @Test
    void givesWhoeverAskedAMomentToComeAndWatchThoughThereIsNoGrace() {
        grace = Duration.ZERO;

        StepVerifier.withVirtualTime(() -> openedAndWatchedAfter(FIRST_LOOK.minusMillis(1)).take(FIRST_LOOK))
                .thenAwait(FIRST_LOOK.multipliedBy(2)).verifyComplete();
    }

    @Test
    void cancelsARunWithoutGraceThatNobodyComesToWatchAtAll() {
        grace = Duration.ZERO;

        StepVerifier.withVirtualTime(() -> openedAndWatchedAfter(FIRST_LOOK.plusMillis(1)))
                .thenAwait(FIRST_LOOK.plusMillis(1)).expectNextMatches(AgentServiceTest::isCancelled)
                .verifyComplete();
    }

    @Test
    void cancelsARunWithoutGraceAsSoonAsItIsLeft() {
        grace = Duration.ZERO;
        var cancelled = new AtomicBoolean();

        Flux<AgentEvent> stalled = Flux.<AgentEvent>never().doOnCancel(() -> cancelled.set(true));

        StepVerifier.withVirtualTime(() -> service(true, stalled).ask(ask(Optional.empty())).take(FIRST_LOOK)
                .then(Mono.fromSupplier(cancelled::get))
                .concatWith(Mono.delay(Duration.ofMillis(1)).map(passed -> cancelled.get())))
                .thenAwait(FIRST_LOOK).expectNext(false).thenAwait(Duration.ofMillis(1)).expectNext(true)
                .verifyComplete();
    }

    @Test
    void endsARunThatTheAgentForgotToEnd() {
        StepVerifier.create(service(true, Flux.just(BEGIN)).ask(ask(Optional.empty())).map(RunEvent::event))
                .expectNext(BEGIN, new Failed(Fault.INTERNAL_ERROR, "Something went wrong on our side."))
                .verifyComplete();
    }

    @Test
    void turnsAnErrorOfTheAgentIntoAFailureThatTellsNothing() {
        StepVerifier.create(service(true, Flux.error(new IllegalStateException("secret detail")))
                .ask(ask(Optional.empty())).map(RunEvent::event))
                .expectNext(new Failed(Fault.INTERNAL_ERROR, "Something went wrong on our side.")).verifyComplete();
    }

    @Test
    void passesNothingOnAfterTheEnd() {
        StepVerifier.create(service(true, Flux.just(END, new Thought("too late"))).ask(ask(Optional.empty())))
                .expectNextCount(1).verifyComplete();
    }

    @Test
    void saysBeforeTheFirstEventThatQuestionsCannotBeAnswered() {
        var service = service(agent(true, Flux.just(END)), queries(Mono.error(new AgentUnavailable("no role"))));

        StepVerifier.create(service.ask(ask(Optional.empty()))).expectError(AgentUnavailable.class).verify();
        assertThat(tasks).isEmpty();
    }

    @Test
    void opensNoRunForAQuestionBeyondTheBudget() {
        budgets = budgets(Optional.of(2L));
        var asked = service(true, Flux.just(END)).ask(ask(Optional.empty()));
        asked.blockLast();
        asked.blockLast();

        StepVerifier.create(asked).expectErrorSatisfies(error -> assertThat(error).isInstanceOf(BudgetExceeded.class)
                .hasMessageContaining("2 questions a day").hasMessageContaining("2026-01-02T00:00:00Z")).verify();
        assertThat(tasks).hasSize(2);
    }

    @Test
    void aQuestionThatIsRefusedForAnotherReasonCostsNothing() {
        StepVerifier.create(service(false, Flux.just(END)).ask(ask(Optional.of(Mode.MODEL))))
                .verifyError(Invalid.class);

        assertThat(spending.spent(new Caller("tester"), BudgetDay.of(NOW)).block()).isEqualTo(Spend.NOTHING);
    }

    private Flux<AgentEvent> openedAndWatchedAfter(Duration pause) {
        return service(true, Flux.never()).open(ask(Optional.empty())).delayElement(pause)
                .flatMapMany(OpenedRun::events).map(RunEvent::event);
    }

    private static boolean isCancelled(AgentEvent event) {
        return event instanceof Failed failed && failed.fault() == Fault.CANCELLED;
    }

    private BudgetService budgets(Optional<Long> questionsPerDay) {
        var day = new Budget(questionsPerDay, Optional.empty(), Optional.empty());
        return new BudgetService(
                new BudgetPlan(Optional.empty(), Optional.empty(), day, Budget.UNLIMITED, Prices.FREE), spending,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Ask ask(Optional<Mode> mode) {
        return new Ask(new Caller("tester"), Question.parse("How many?"), mode);
    }

    private AgentService service(boolean hasModel, Flux<AgentEvent> events) {
        return service(agent(hasModel, events), queries(Mono.empty()));
    }

    private AgentService service(Agent agent, ReadOnlyQueries queries) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new AgentService(agent, queries, budgets,
                new RunLeader(new InMemoryRuns(), agent, budgets::allowance, (run, last) -> {},
                        new RunLimits(DEADLINE, Mode.MODEL, grace, 8, 8, 3), "here", clock),
                Mode.MODEL, () -> new RunId("run-" + runs.incrementAndGet()), clock);
    }

    private Agent agent(boolean hasModel, Flux<AgentEvent> events) {
        return new Agent() {
            @Override
            public boolean hasModel() {
                return hasModel;
            }

            @Override
            public Flux<AgentEvent> answer(AgentTask task, Allowance allowance) {
                tasks.add(task);
                return events;
            }
        };
    }

    private static ReadOnlyQueries queries(Mono<Void> ready) {
        return new ReadOnlyQueries() {
            @Override
            public Mono<Void> ready() {
                return ready;
            }

            @Override
            public Mono<QueryOutcome> run(String sql) {
                return Mono.error(new AssertionError("the agent runs queries, not the service"));
            }
        };
    }
}
