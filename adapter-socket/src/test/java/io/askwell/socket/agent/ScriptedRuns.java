package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.PATIENCE;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.agent.port.in.OpenedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Runs that answer {@code "Alice 20"} with the twenty chunks {@code Alice 0}, {@code Alice 1} and so on, and an end. With
 * {@code slowly} behind, each takes three milliseconds; with {@code never} there is no end; {@code fail} fails before anything
 * begins.
 */
final class ScriptedRuns implements AgentQuery, ManageRuns {
    final List<Ask> asked = new CopyOnWriteArrayList<>();
    /** How many watch at the moment. */
    final AtomicInteger watchers = new AtomicInteger();
    private final Map<RunId, Live> runs = new ConcurrentHashMap<>();

    private record Live(Run run, Sinks.Many<RunEvent> events) {}

    @Override
    public Mono<OpenedRun> open(Ask ask) {
        asked.add(ask);
        if (ask.question().text().startsWith("fail")) {
            return Mono.error(new AgentUnavailable("There is no agent today."));
        }
        return begin(ask).map(run -> new OpenedRun(run.id(), watch(run.id())));
    }

    @Override
    public Mono<Run> begin(Ask ask) {
        return Mono.fromSupplier(() -> {
            var run = Run.of(new RunId(UUID.randomUUID().toString()), ask, Mode.GRAMMAR, Instant.EPOCH);
            var live = new Live(run, Sinks.many().replay().all());
            runs.put(run.id(), live);
            script(ask.question().text()).index((place, event) -> new RunEvent(run.id(), new EventId(1, place + 1),
                    event)).subscribe(event -> live.events().emitNext(event,
                            Sinks.EmitFailureHandler.busyLooping(
                                    PATIENCE)),
                            error -> live.events().tryEmitError(error), () -> live.events().tryEmitComplete());
            return run;
        });
    }

    private static Flux<AgentEvent> script(String question) {
        String[] words = question.split(" ");
        int count = Integer.parseInt(words[1]);
        Flux<AgentEvent> chunks = Flux.range(0, count).map(number -> new AnswerChunk(words[0] + " " + number));
        AgentEvent end = new Completed(new Verdict.Declined(), "done", TokenUsage.NONE, List.of());
        return switch (words.length > 2 ? words[2] : "") {
            case "slowly" -> chunks.delayElements(Duration.ofMillis(3)).concatWithValues(end);
            case "never" -> chunks.concatWith(Flux.never());
            default -> chunks.concatWithValues(end);
        };
    }

    private Flux<RunEvent> watch(RunId id) {
        return Flux.defer(() -> {
            watchers.incrementAndGet();
            return runs.get(id).events().asFlux().takeUntil(event -> event.event().isTerminal())
                    .doFinally(end -> watchers.decrementAndGet());
        });
    }

    @Override
    public Mono<Run> find(Caller caller, RunId id) {
        return Mono.justOrEmpty(runs.get(id)).map(Live::run).filter(run -> run.owner().equals(caller))
                .switchIfEmpty(Mono.error(() -> new RunNotFound(id)));
    }

    @Override
    public Mono<RunPage> list(Caller caller, RunQuery query) {
        return Mono.just(new RunPage(List.of(), Optional.empty()));
    }

    @Override
    public Flux<RunEvent> events(Caller caller, RunId id, EventId after) {
        return find(caller, id).flatMapMany(run -> watch(id)).filter(event -> event.id().isAfter(after));
    }

    @Override
    public Mono<Void> cancel(Caller caller, RunId id) {
        return find(caller, id).doOnNext(run -> runs.get(id).events().tryEmitNext(new RunEvent(id,
                new EventId(1, 999_999), new Failed(Fault.CANCELLED, "The run was cancelled.")))).then();
    }
}
