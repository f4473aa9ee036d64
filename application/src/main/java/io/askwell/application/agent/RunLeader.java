package io.askwell.application.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.RunStatistics;
import io.askwell.domain.agent.port.out.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Works on runs, one server among several on the same log: leads those that were asked for here, takes over those whose
 * server stopped, and shows every run, whoever leads it.
 */
public final class RunLeader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunLeader.class);
    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int TAKE_OVER_EACH = 10;
    /** Another server's run is read again this often while somebody watches it here. */
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);
    /** How many runs that have ended may wait for the log, beside those that go on. */
    private static final int UNWRITTEN = 1_000;
    private final Runs runs;
    private final Attempts attempts;
    private final RunQueue queue;
    private final RunStatistics statistics;
    private final RunLimits limits;
    private final String name;
    private final Clock clock;
    private final Map<RunId, LiveRun> live = new ConcurrentHashMap<>();
    private final EventWriter writer;
    private final Disposable.Swap background = Disposables.swap();

    /**
     * @param allowances what a run of a caller may spend
     * @param name of this server, unlike that of every other that shares the log
     */
    public RunLeader(Runs runs, Agent agent, Function<Caller, Allowance> allowances, RunStatistics statistics,
            RunLimits limits, String name, Clock clock) {
        this.runs = runs;
        this.attempts = new Attempts(agent, this::turns, allowances, limits.deadline(), clock);
        this.queue = new RunQueue(limits.atOnce(), limits.waiting());
        this.statistics = statistics;
        this.limits = limits;
        this.name = name;
        this.clock = clock;
        this.writer = new EventWriter(runs, live, clock);
    }

    /**
     * A run that has begun.
     *
     * @param kept completes when the run is in the log
     */
    record Led(LiveRun live, Mono<Void> kept) {}

    /**
     * Begins a run.
     *
     * @throws TooManyRuns if it would have to wait where no more may wait, or if the log does not keep up
     */
    Led lead(Run run, @Nullable String requestId) {
        if (live.size() >= limits.atOnce() + limits.waiting() + UNWRITTEN) {
            throw new TooManyRuns();
        }
        RunQueue.Place place = queue.enter(run.owner());
        Mono<Void> kept = runs.open(run, name, LEASE).cache();
        return new Led(work(run, place, kept, requestId), kept);
    }

    private LiveRun work(Run run, RunQueue.Place place, Mono<Void> kept, @Nullable String requestId) {
        var alive = new LiveRun(run, limits.grace());
        var lines = new RunLog(run.id(), requestId);
        live.put(run.id(), alive);
        // The work does not hang on the request, but its lines in the log are the request's.
        Context context = requestId == null ? Context.empty() : Context.of(RequestId.NAME, requestId);
        // Beside the run, so that nobody who watches waits for the log.
        kept.subscribe(opened -> {}, error -> {
            log.error("Run {} could not be kept", run.id().value(), error);
            live.remove(run.id(), alive);
            alive.isKept();
        }, alive::opened);
        lines.begins(run.owner(), run.mode());
        alive.work(attempts.of(run, place.turn(), alive.stopped(), lines).doFinally(end -> place.leave())
                .contextWrite(context).subscribe(event -> emit(alive, event)));
        alive.awaitFirstLook();
        return alive;
    }

    private void emit(LiveRun alive, RunEvent event) {
        alive.emit(event, clock.instant());
        if (event.event().isTerminal()) {
            statistics.ended(alive.run(), event.event());
        }
    }

    /** What came before the run in its conversation. What ended here just now is waited for until it is in the log. */
    private Mono<List<Turn>> turns(Run run) {
        return Mono.justOrEmpty(run.conversation()).flatMap(conversation -> Flux.fromIterable(live.values())
                .filter(other -> isEarlier(other.run(), run)).flatMap(LiveRun::kept)
                .then().timeout(LAST_WORD, Mono.empty())
                .thenMany(Flux.defer(() -> runs.turns(run.owner(), conversation, run.askedAt(), Turn.MOST)))
                .collectList()).defaultIfEmpty(List.of());
    }

    private static boolean isEarlier(Run other, Run run) {
        return other.owner().equals(run.owner()) && other.conversation().equals(run.conversation())
                && other.endedAt().isPresent() && other.askedAt().isBefore(run.askedAt());
    }

    Mono<Run> find(RunId id) {
        LiveRun here = live.get(id);
        return here == null ? runs.find(id) : Mono.just(here.run());
    }

    Mono<RunPage> list(Caller caller, RunQuery query) {
        return runs.list(caller.name(), query).map(page -> new RunPage(page.runs().stream().map(this::asItIs)
                // The log is a moment behind: a run that has just ended goes on there.
                .filter(run -> query.filter().admits(run.state())).toList(), page.next()));
    }

    private Run asItIs(Run kept) {
        LiveRun here = live.get(kept.id());
        return here == null ? kept : here.run();
    }

    Flux<RunEvent> events(Run run, EventId after) {
        LiveRun here = live.get(run.id());
        return here == null ? kept(run, after) : here.watch(after);
    }

    /** From the log, again and again until the run has ended. */
    private Flux<RunEvent> kept(Run run, EventId after) {
        return Flux.defer(() -> {
            var seen = new AtomicReference<EventId>(after);
            return Flux.defer(() -> runs.events(run.id(), Objects.requireNonNull(seen.get())))
                    .doOnNext(event -> seen.set(event.id()))
                    .repeatWhen(again -> again.delayElements(GLANCE))
                    .takeUntil(event -> event.event().isTerminal());
        });
    }

    Mono<Void> cancel(RunId id) {
        LiveRun here = live.get(id);
        return here == null ? runs.requestCancellation(id) : Mono.fromRunnable(here::cancel);
    }

    /** Keeps this server's runs, renews their leases and looks after those of others, until it is closed. */
    public void start() {
        background.update(Disposables.composite(writer.start(),
                Flux.interval(HEARTBEAT).onBackpressureDrop()
                        .concatMap(beat -> beat(beat % TAKE_OVER_EACH == 0).onErrorResume(error -> {
                            log.warn("The log of runs cannot be reached: {}", error.toString());
                            return Mono.empty();
                        }), 1).subscribe()));
    }

    /** Leaves what is under way to others, unfinished as it is. */
    @Override
    public void close() {
        background.dispose();
        live.values().forEach(LiveRun::abandon);
        // What has ended is not to be begun again.
        writer.write().onErrorComplete().then(runs.release(name)).timeout(LAST_WORD).onErrorComplete().block();
    }

    private Mono<Void> beat(boolean takesOver) {
        return takesOver ? renew().then(takeOver()) : renew();
    }

    private Mono<Void> renew() {
        // Of no others: what does not live here, though it was once begun here, is to be taken over.
        List<RunId> ids = List.copyOf(live.keySet());
        return ids.isEmpty() ? Mono.empty() : runs.renew(name, ids, LEASE).doOnNext(this::cancelHere).then();
    }

    /** Looks for runs whose server stopped. */
    Mono<Void> takeOver() {
        return Flux.defer(() -> runs.takeOver(name, LEASE, limits.atOnce()))
                .concatMap(run -> succeed(run).onErrorResume(error -> {
                    // Its lease runs out, and it is taken over again.
                    log.warn("Run {} cannot be taken over: {}", run.id().value(), error.toString());
                    return Mono.empty();
                })).then();
    }

    private void cancelHere(RunId id) {
        LiveRun here = live.get(id);
        if (here != null) {
            here.cancel();
        }
    }

    /** Works on a run again that its server left, or says that nobody does. */
    private Mono<Void> succeed(Run run) {
        if (run.detached() && run.attempt() <= limits.attempts()) {
            log.info("Run {} is begun again, attempt {}", run.id().value(), run.attempt());
            return Mono.fromRunnable(() -> work(run, queue.enterAgain(run.owner()), Mono.empty(), null));
        }
        String reason = run.detached()
                ? "The run was begun %d times, and each time its server stopped.".formatted(limits.attempts())
                : "The server that worked on the run stopped.";
        log.warn("Run {} is given up: {}", run.id().value(), reason);
        Instant now = clock.instant();
        var end = new RunEvent(run.id(), new EventId(run.attempt(), 1), new Failed(Fault.INTERRUPTED, reason));
        return runs.append(List.of(new EventBatch(List.of(end), now)))
                .doOnSuccess(appended -> statistics.ended(run.after(end.event(), now), end.event()));
    }
}
