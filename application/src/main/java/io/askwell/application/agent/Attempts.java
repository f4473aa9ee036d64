package io.askwell.application.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works a run once, and sees to it that it ends: with an answer, with a failure, at its deadline, or when it is stopped. */
final class Attempts {
    private static final Failed INTERNAL_ERROR = new Failed(Fault.INTERNAL_ERROR, "Something went wrong on our side.");
    private final Agent agent;
    private final Function<Run, Mono<List<Turn>>> turns;
    private final Function<Caller, Allowance> allowances;
    private final Duration deadline;
    private final Clock clock;

    /** @param turns of the conversation that a run goes on with */
    Attempts(Agent agent, Function<Run, Mono<List<Turn>>> turns, Function<Caller, Allowance> allowances,
            Duration deadline, Clock clock) {
        this.agent = agent;
        this.turns = turns;
        this.allowances = allowances;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * The numbered events of the run's attempt, the last of them terminal.
     *
     * @param turn completes when the agent may begin
     * @param stop why the run ends early, if it does
     */
    Flux<RunEvent> of(Run run, Mono<Void> turn, Mono<Failed> stop, RunLog log) {
        Flux<AgentEvent> worked = turn.thenMany(Flux.defer(() -> answer(run)));
        return untilTheEnd(run.attempt() == 1 ? worked : worked.startWith(restarted()), stop, log)
                .index((place, event) -> new RunEvent(run.id(), new EventId(run.attempt(), place + 1), event));
    }

    private Flux<AgentEvent> answer(Run run) {
        Instant end = clock.instant().plus(deadline);
        return turns.apply(run).map(known -> agent.answer(
                new AgentTask(run.question(), known, run.mode(), end), allowances.apply(run.owner())))
                .onErrorResume(Unavailable.class, unavailable -> Mono.just(Flux.just(
                        new Failed(Fault.DATABASE_UNAVAILABLE, unavailable.reason()))))
                .flatMapMany(events -> events);
    }

    private static Flux<AgentEvent> restarted() {
        return Flux.just(new StepStarted(Step.RESTARTED), new StepFinished(new StepTiming(Step.RESTARTED, 0)));
    }

    /** The agent's events, then what is missing: one terminal event ends every run. */
    private Flux<AgentEvent> untilTheEnd(Flux<AgentEvent> events, Mono<Failed> stop, RunLog log) {
        var reason = new AtomicReference<@Nullable Failed>();
        Mono<Failed> expired = Mono.delay(deadline).map(passed -> new Failed(Fault.DEADLINE_EXCEEDED,
                "The question took longer than %d seconds.".formatted(deadline.toSeconds())));
        return events.takeUntilOther(Mono.firstWithValue(stop, expired).doOnNext(reason::set))
                .onErrorResume(error -> {
                    log.broke(error);
                    return Mono.just(INTERNAL_ERROR);
                })
                .concatWith(Mono.fromSupplier(() -> {
                    Failed known = reason.get();
                    return known == null ? INTERNAL_ERROR : known;
                }))
                .takeUntil(AgentEvent::isTerminal)
                .doOnNext(event -> {
                    if (event instanceof Failed failed) {
                        log.failed(failed);
                    }
                });
    }
}
