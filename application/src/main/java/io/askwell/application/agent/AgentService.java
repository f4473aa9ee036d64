package io.askwell.application.agent;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.failure.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Opens a run for each question and sees to it that it ends: with an answer, with a failure, or at its deadline. */
public final class AgentService implements AgentQuery {
    private static final int FIRST_ATTEMPT = 1;
    private static final Failed INTERNAL_ERROR = new Failed(Fault.INTERNAL_ERROR, "Something went wrong on our side.");
    private final Agent agent;
    private final ReadOnlyQueries queries;
    private final RunLimits limits;
    private final BudgetService budgets;
    private final Supplier<RunId> runIds;
    private final Clock clock;

    /** @param runIds random ones */
    public AgentService(Agent agent, ReadOnlyQueries queries, RunLimits limits, BudgetService budgets,
            Supplier<RunId> runIds, Clock clock) {
        this.agent = agent;
        this.queries = queries;
        this.limits = limits;
        this.budgets = budgets;
        this.runIds = runIds;
        this.clock = clock;
    }

    @Override
    public Flux<RunEvent> ask(Ask ask) {
        return Flux.defer(() -> {
            Mode mode = mode(ask);
            return queries.ready().then(budgets.admit(ask.caller()))
                    .thenMany(Flux.deferContextual(context -> run(ask, mode, context)));
        });
    }

    private Mode mode(Ask ask) {
        if (agent.hasModel()) {
            return ask.mode().orElse(limits.mode());
        }
        if (ask.mode().filter(mode -> mode == Mode.MODEL).isPresent()) {
            throw new Invalid("mode", "must not be model here: no model is configured");
        }
        return Mode.GRAMMAR;
    }

    private Flux<RunEvent> run(Ask ask, Mode mode, ContextView context) {
        RunId id = runIds.get();
        var log = new RunLog(id, context.getOrDefault(RequestId.NAME, null));
        var task = new AgentTask(ask.question(), mode, clock.instant().plus(limits.deadline()));
        log.begins(ask.caller(), mode);
        return untilTheEnd(agent.answer(task, budgets.allowance(ask.caller())), log)
                .index((place, event) -> new RunEvent(id, new EventId(FIRST_ATTEMPT, place + 1), event));
    }

    /**
     * The agent's events, then what is missing: one terminal event ends every run. At the deadline the agent is cancelled
     * even if nobody reads its events.
     */
    private Flux<AgentEvent> untilTheEnd(Flux<AgentEvent> events, RunLog log) {
        var expired = new AtomicBoolean();
        Mono<Long> deadline = Mono.delay(limits.deadline()).doOnNext(passed -> expired.set(true));
        return events.takeUntilOther(deadline)
                .onErrorResume(error -> {
                    log.broke(error);
                    return Mono.just(INTERNAL_ERROR);
                })
                .concatWith(Mono.fromSupplier(
                        () -> expired.get() ? deadlineExceeded(limits.deadline()) : INTERNAL_ERROR))
                .takeUntil(AgentEvent::isTerminal)
                .doOnNext(event -> {
                    if (event instanceof Failed failed) {
                        log.failed(failed);
                    }
                })
                .doOnCancel(log::cancelled);
    }

    private static Failed deadlineExceeded(Duration deadline) {
        return new Failed(Fault.DEADLINE_EXCEEDED,
                "The question took longer than %d seconds.".formatted(deadline.toSeconds()));
    }
}
