package io.askwell.application.agent;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.agent.port.in.OpenedRun;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.failure.Invalid;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Opens a run for each question; lets those who left come back to it. */
public final class AgentService implements AgentQuery, ManageRuns {
    private final Agent agent;
    private final ReadOnlyQueries queries;
    private final BudgetService budgets;
    private final RunLeader leader;
    private final Mode mode;
    private final Supplier<RunId> runIds;
    private final Clock clock;

    /**
     * @param mode who answers where a model is configured and the asker names none
     * @param runIds random ones
     */
    public AgentService(Agent agent, ReadOnlyQueries queries, BudgetService budgets, RunLeader leader, Mode mode,
            Supplier<RunId> runIds, Clock clock) {
        this.agent = agent;
        this.queries = queries;
        this.budgets = budgets;
        this.leader = leader;
        this.mode = mode;
        this.runIds = runIds;
        this.clock = clock;
    }

    @Override
    public Mono<OpenedRun> open(Ask ask) {
        return ready(ask).flatMap(run -> Mono.deferContextual(context -> Mono.just(new OpenedRun(run.id(),
                leader.lead(run, requestId(context)).live().watch(EventId.START)))));
    }

    @Override
    public Mono<Run> begin(Ask ask) {
        return ready(ask).flatMap(run -> Mono.deferContextual(context -> {
            RunLeader.Led led = leader.lead(run, requestId(context));
            // What nobody could find again is not worth working on.
            return led.kept().doOnError(lost -> led.live().cancel()).thenReturn(run);
        }));
    }

    private Mono<Run> ready(Ask ask) {
        return Mono.defer(() -> {
            Mode agreed = mode(ask);
            return queries.ready().then(budgets.admit(ask.caller()))
                    .then(Mono.fromSupplier(() -> Run.of(runIds.get(), ask, agreed, clock.instant())));
        });
    }

    private Mode mode(Ask ask) {
        if (agent.hasModel()) {
            return ask.mode().orElse(mode);
        }
        if (ask.mode().filter(asked -> asked == Mode.MODEL).isPresent()) {
            throw new Invalid("mode", "must not be model here: no model is configured");
        }
        return Mode.GRAMMAR;
    }

    private static @Nullable String requestId(ContextView context) {
        return context.getOrDefault(RequestId.NAME, null);
    }

    @Override
    public Mono<Run> find(Caller caller, RunId id) {
        return leader.find(id).filter(run -> run.owner().equals(caller))
                .switchIfEmpty(Mono.error(() -> new RunNotFound(id)));
    }

    @Override
    public Mono<RunPage> list(Caller caller, RunQuery query) {
        return leader.list(caller, query);
    }

    @Override
    public Flux<RunEvent> events(Caller caller, RunId id, EventId after) {
        return find(caller, id).flatMapMany(run -> leader.events(run, after));
    }

    @Override
    public Mono<Void> cancel(Caller caller, RunId id) {
        return find(caller, id).filter(run -> run.endedAt().isEmpty()).flatMap(run -> leader.cancel(run.id()));
    }
}
