package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.domain.failure.Unavailable;
import io.askwell.testkit.access.InMemoryBudgets;
import io.askwell.testkit.agent.InMemoryRuns;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Runs that clients leave and come back to, that wait, are cancelled, and outlive their server. */
class RunLeaderTest {
    private static final Caller ALICE = new Caller("alice");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofMillis(300);
    private static final BudgetService BUDGETS = new BudgetService(BudgetPlan.UNLIMITED, new InMemoryBudgets(),
            Clock.systemUTC());
    private static final Completed END = new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of());
    private final InMemoryRuns runs = new InMemoryRuns();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<AgentTask> tasks = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Sinks.Many<AgentEvent> script = Sinks.many().replay().all();
    private final AgentService service = service("here", 2, 2);

    @Test
    void aRunGoesOnWhileItsClientIsAwayForAMoment() {
        var first = new ArrayList<RunEvent>();
        var watching = service.ask(ask("How many?")).subscribe(first::add);
        script.tryEmitNext(new AnswerChunk("one"));
        until(() -> first.size() == 1);
        watching.dispose();

        Flux<RunEvent> resumed = service.events(ALICE, first.getFirst().runId(), first.getFirst().id());
        Mono.delay(Duration.ofMillis(50)).subscribe(passed -> {
            script.tryEmitNext(new AnswerChunk("two"));
            script.tryEmitNext(END);
        });

        assertThat(resumed.map(event -> event.id().toString()).collectList().block(SOON)).containsExactly("1.2", "1.3");
        assertThat(found(first.getFirst().runId()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aRunThatNobodyWatchesAnyMoreIsCancelledAfterAPeriodOfGrace() {
        var first = new ArrayList<RunEvent>();
        var watching = service.ask(ask("How many?")).subscribe(first::add);
        script.tryEmitNext(new AnswerChunk("one"));
        watching.dispose();

        until(() -> cancelled.get() == 1);

        RunId id = first.getFirst().runId();
        until(() -> found(id).state() == RunState.CANCELLED);
        assertThat(events(id).getLast()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.fault()).isEqualTo(Fault.CANCELLED));
    }

    @Test
    void whoComesBackInTimeStopsTheGrace() {
        var first = new ArrayList<RunEvent>();
        var watching = service.ask(ask("How many?")).subscribe(first::add);
        script.tryEmitNext(new AnswerChunk("one"));
        watching.dispose();
        service.events(ALICE, first.getFirst().runId(), EventId.START).subscribe();

        Mono.delay(GRACE.multipliedBy(2)).block();

        assertThat(cancelled).hasValue(0);
    }

    @Test
    void aDetachedRunGoesOnUnwatchedAndIsKept() {
        Run run = begin("How many?");
        Mono.delay(GRACE.multipliedBy(2)).block();
        script.tryEmitNext(END);

        until(() -> runs.find(run.id()).block().state() == RunState.COMPLETED);
        assertThat(service.events(ALICE, run.id(), EventId.START).map(RunEvent::event).collectList().block(SOON))
                .containsExactly(END);
    }

    @Test
    void toOthersARunDoesNotExist() {
        Run run = begin("How many?");
        var mallory = new Caller("mallory");

        assertThatThrownBy(() -> service.find(mallory, run.id()).block()).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> service.cancel(mallory, run.id()).block()).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> service.events(mallory, run.id(), EventId.START).blockLast())
                .isInstanceOf(RunNotFound.class);
        assertThat(service.latest(mallory, 10).collectList().block()).isEmpty();
    }

    @Test
    void toCancelARunStopsTheAgentAndTellsThoseWhoWatch() {
        Run run = begin("How many?");
        var watched = service.events(ALICE, run.id(), EventId.START).map(RunEvent::event).collectList().toFuture();

        service.cancel(ALICE, run.id()).block();

        assertThat(watched.join()).singleElement().isInstanceOf(Failed.class);
        assertThat(cancelled).hasValue(1);
        assertThat(found(run.id()).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void anEndedRunStaysAsItEnded() {
        script.tryEmitNext(END);
        Run run = begin("How many?");
        until(() -> found(run.id()).state() == RunState.COMPLETED);

        service.cancel(ALICE, run.id()).block();

        assertThat(found(run.id()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void moreRunsThanMayWorkWaitForTheirTurnAndNoMoreThanMayWait() {
        Run first = begin("first");
        begin("second");
        begin("third");
        begin("fourth");

        assertThat(begun).containsExactly("first", "second");
        assertThatThrownBy(() -> begin("fifth")).isInstanceOf(TooManyRuns.class);
        service.cancel(ALICE, first.id()).block();
        until(() -> begun.size() == 3);
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void callersTakeTurns() {
        AgentService narrow = service("narrow", 1, 100);
        Run first = narrow.begin(detached(ALICE, "a1")).block();
        for (String question : List.of("a2", "a3", "a4")) {
            narrow.begin(detached(ALICE, question)).block();
        }
        narrow.begin(detached(new Caller("bob"), "b1")).block();

        narrow.cancel(ALICE, first.id()).block();
        until(() -> begun.size() == 2);
        narrow.latest(ALICE, 10).filter(run -> run.question().text().equals("a2")).concatMap(
                run -> narrow.cancel(ALICE, run.id())).blockLast();
        until(() -> begun.size() == 3);

        assertThat(begun).containsExactly("a1", "a2", "b1");
    }

    @Test
    void aDetachedRunOfAServerThatStoppedIsBegunAgainByAnother() {
        Run lost = left(true, 1);
        RunLeader other = leader("other", 8, 8);

        other.takeOver().block();
        script.tryEmitNext(END);

        until(() -> runs.find(lost.id()).block().state() == RunState.COMPLETED);
        assertThat(runs.events(lost.id(), new EventId(1, 7)).map(event -> event.id() + " " + name(event))
                .collectList().block()).containsExactly("2.1 StepStarted", "2.2 StepFinished", "2.3 Completed");
    }

    @Test
    void aRunThatSomebodyWatchedThereIsGivenUpWithTheReason() {
        Run lost = left(false, 1);

        leader("other", 8, 8).takeOver().block();

        assertThat(runs.find(lost.id()).block().state()).isEqualTo(RunState.FAILED);
        assertThat(runs.events(lost.id(), EventId.START).map(RunEvent::event).blockLast()).isEqualTo(
                new Failed(Fault.INTERRUPTED, "The server that worked on the run stopped."));
    }

    @Test
    void aRunThatServersStoppedUnderAgainAndAgainIsGivenUp() {
        Run lost = left(true, 3);

        leader("other", 8, 8).takeOver().block();

        assertThat(runs.find(lost.id()).block().state()).isEqualTo(RunState.FAILED);
        assertThat(begun).isEmpty();
    }

    @Test
    void aServerThatStopsLeavesItsRunsToOthersUnfinished() {
        RunLeader stopping = leader("stopping", 8, 8);
        Run run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("moved"), Optional.empty(),
                Mode.MODEL, true, 1,
                RunState.RUNNING, Clock.systemUTC().instant(), Optional.empty());
        stopping.lead(run, null).kept().block();

        stopping.close();
        leader("other", 8, 8).takeOver().block();
        script.tryEmitNext(END);

        until(() -> runs.find(run.id()).block().state() == RunState.COMPLETED);
        assertThat(runs.find(run.id()).block().attempt()).isEqualTo(2);
        assertThat(cancelled.get()).as("the first attempt was stopped").isPositive();
    }

    @Test
    void theRunOfAnotherServerIsWatchedAndCancelledHereToo() {
        AgentService other = service("other", 8, 8);
        Run run = begin("How many?");
        script.tryEmitNext(new AnswerChunk("one"));
        var watched = other.events(ALICE, run.id(), EventId.START).map(RunEvent::event).collectList().toFuture();

        other.cancel(ALICE, run.id()).block();

        assertThat(watched.join()).hasSize(2).last().isInstanceOf(Failed.class);
    }

    @Test
    void aFollowUpKnowsWhatWasAnsweredJustBeforeThoughTheLogIsSlow() {
        AgentService slow = service(slowly(runs), "slow", 2, 2);
        script.tryEmitNext(END);
        slow.ask(ask("How many?", "talk")).blockLast(SOON);

        slow.ask(ask("And Bob?", "talk")).blockLast(SOON);

        assertThat(tasks.getLast().turns()).extracting(turn -> turn.question().text()).containsExactly("How many?");
    }

    @Test
    void aQuestionWithoutAConversationHasNoTurns() {
        script.tryEmitNext(END);
        service.ask(ask("How many?", "talk")).blockLast(SOON);

        service.ask(ask("And Bob?")).blockLast(SOON);

        assertThat(tasks.getLast().turns()).isEmpty();
    }

    @Test
    void aConversationOfAnotherCallerIsAnotherOne() {
        script.tryEmitNext(END);
        service.ask(ask("How many?", "talk")).blockLast(SOON);

        service.ask(new Ask(new Caller("bob"), new Question("And Bob?"), Optional.of(new ConversationId("talk")),
                Optional.empty(), false)).blockLast(SOON);

        assertThat(tasks.getLast().turns()).isEmpty();
    }

    @Test
    void aRunThatIsBegunAgainElsewhereKnowsWhatWasSaidBeforeIt() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        said("How many?", noon);
        Run lost = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("And Bob?"),
                Optional.of(new ConversationId("talk")), Mode.MODEL, true, 1, RunState.RUNNING, noon.plusSeconds(1),
                Optional.empty());
        runs.open(lost, "gone", Duration.ofMillis(-1)).block();
        said("What came later", noon.plusSeconds(2));

        leader("other", 8, 8).takeOver().block();

        until(() -> !tasks.isEmpty());
        assertThat(tasks.getFirst().question().text()).isEqualTo("And Bob?");
        assertThat(tasks.getFirst().turns()).extracting(turn -> turn.question().text()).containsExactly("How many?");
    }

    @Test
    void aConversationThatCannotBeReadFailsTheRunWithTheReason() {
        Runs away = answering(runs, "turns", () -> Flux.error(new Unavailable("down", "The database is away.") {
        }));

        RunEvent last = service(away, "away", 2, 2).ask(ask("And Bob?", "talk")).blockLast(SOON);

        assertThat(Objects.requireNonNull(last).event())
                .isEqualTo(new Failed(Fault.DATABASE_UNAVAILABLE, "The database is away."));
    }

    /** A question of Alice's conversation that was answered. */
    private void said(String question, Instant askedAt) {
        Run run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question(question),
                Optional.of(new ConversationId("talk")), Mode.MODEL, false, 1, RunState.RUNNING, askedAt,
                Optional.empty());
        runs.open(run, "here", Duration.ofMinutes(1)).block();
        runs.append(List.of(new RunEvent(run.id(), new EventId(1, 1), END)), askedAt).block();
    }

    /** A log that takes a while to keep an event. */
    private static Runs slowly(Runs runs) {
        return (Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[]{Runs.class},
                (proxy, method, arguments) -> method.getName().equals("append")
                        ? Mono.delay(Duration.ofMillis(300)).then((Mono<?>) method.invoke(runs, arguments))
                        : method.invoke(runs, arguments));
    }

    /** A log of which one method answers so. */
    private static Runs answering(Runs runs, String name, Supplier<Object> answer) {
        return (Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[]{Runs.class},
                (proxy, method, arguments) -> method.getName().equals(name)
                        ? answer.get()
                        : method.invoke(runs, arguments));
    }

    /** A run whose server is gone. */
    private Run left(boolean detached, int attempt) {
        var run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("lost"), Optional.empty(),
                Mode.MODEL,
                detached, attempt, RunState.RUNNING, Clock.systemUTC().instant(), Optional.empty());
        runs.open(run, "gone", Duration.ofMillis(-1)).block();
        return run;
    }

    private static String name(RunEvent event) {
        return event.event().getClass().getSimpleName();
    }

    private Run begin(String question) {
        return Objects.requireNonNull(service.begin(detached(ALICE, question)).block(SOON));
    }

    private static Ask detached(Caller caller, String question) {
        return new Ask(caller, new Question(question), Optional.empty(), Optional.empty(), true);
    }

    private static Ask ask(String question, String conversation) {
        return new Ask(ALICE, new Question(question), Optional.of(new ConversationId(conversation)), Optional.empty(),
                false);
    }

    private static Ask ask(String question) {
        return new Ask(ALICE, new Question(question), Optional.empty());
    }

    private Run found(RunId id) {
        return Objects.requireNonNull(service.find(ALICE, id).block(SOON));
    }

    private List<AgentEvent> events(RunId id) {
        return Objects.requireNonNull(
                service.events(ALICE, id, EventId.START).map(RunEvent::event).collectList().block(SOON));
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Mono.delay(Duration.ofMillis(5)).block();
        }
    }

    private RunLeader leader(String name, int atOnce, int waiting) {
        return leader(runs, name, atOnce, waiting);
    }

    private RunLeader leader(Runs log, String name, int atOnce, int waiting) {
        return new RunLeader(log, agent(), BUDGETS::allowance,
                new RunLimits(Duration.ofSeconds(30), Mode.MODEL, GRACE, atOnce, waiting, 3),
                name, Clock.systemUTC());
    }

    private AgentService service(String name, int atOnce, int waiting) {
        return service(runs, name, atOnce, waiting);
    }

    private AgentService service(Runs log, String name, int atOnce, int waiting) {
        RunLeader leader = leader(log, name, atOnce, waiting);
        leader.start();
        return new AgentService(agent(), new Ready(), BUDGETS, leader, Mode.MODEL,
                () -> new RunId(UUID.randomUUID().toString()), Clock.systemUTC());
    }

    private Agent agent() {
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
