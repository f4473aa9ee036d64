package io.askwell.application.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.domain.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
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
import reactor.util.retry.Retry;

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
    /** Events are logged in batches, of so many or after so long. */
    private static final int BATCH = 64;
    private static final Duration BATCH_DELAY = Duration.ofMillis(100);
    private static final Duration LAST_WORD = Duration.ofSeconds(2);
    /** About a quarter of an hour: as long as a database may be away without losing what a run that ended came to. */
    private static final Retry LOG_RETRIES = Retry.backoff(180, Duration.ofMillis(200))
            .maxBackoff(Duration.ofSeconds(5)).filter(Unavailable.class::isInstance);
    private final Runs runs;
    private final Attempts attempts;
    private final RunQueue queue;
    private final RunLimits limits;
    private final String name;
    private final Clock clock;
    private final Map<RunId, LiveRun> live = new ConcurrentHashMap<>();
    private final Disposable.Swap heartbeat = Disposables.swap();

    /**
     * @param allowances what a run of a caller may spend
     * @param name of this server, unlike that of every other that shares the log
     */
    public RunLeader(Runs runs, Agent agent, Function<Caller, Allowance> allowances, RunLimits limits, String name,
            Clock clock) {
        this.runs = runs;
        this.attempts = new Attempts(agent, this::turns, allowances, limits.deadline(), clock);
        this.queue = new RunQueue(limits.atOnce(), limits.waiting());
        this.limits = limits;
        this.name = name;
        this.clock = clock;
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
     * @throws TooManyRuns if it would have to wait where no more may wait
     */
    Led lead(Run run, @Nullable String requestId) {
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
        keep(alive, kept);
        lines.begins(run.owner(), run.mode());
        alive.work(attempts.of(run, place.turn(), alive.stopped(), lines).doFinally(end -> place.leave())
                .contextWrite(context).subscribe(event -> alive.emit(event, clock.instant())));
        return alive;
    }

    /** Beside the run, so that nobody who watches waits for the log. */
    private void keep(LiveRun alive, Mono<Void> kept) {
        RunId id = alive.run().id();
        kept.thenMany(alive.all().bufferTimeout(BATCH, BATCH_DELAY, true))
                .concatMap(batch -> runs.append(batch, clock.instant()).retryWhen(LOG_RETRIES))
                .doFinally(end -> {
                    live.remove(id, alive);
                    alive.isKept();
                })
                .subscribe(done -> {}, error -> log.error("The events of run {} could not be kept", id.value(), error));
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

    Flux<Run> latest(Caller caller, int limit) {
        return runs.latest(caller.name(), limit).map(run -> {
            LiveRun here = live.get(run.id());
            return here == null ? run : here.run();
        });
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

    /** Renews the leases of this server's runs and looks after those of others, until it is closed. */
    public void start() {
        heartbeat.update(Flux.interval(HEARTBEAT, HEARTBEAT).onBackpressureDrop()
                .concatMap(beat -> beat(beat % TAKE_OVER_EACH == 0).onErrorResume(error -> {
                    log.warn("The log of runs cannot be reached: {}", error.toString());
                    return Mono.empty();
                }), 1).subscribe());
    }

    /** Leaves what is under way to others, unfinished as it is. */
    @Override
    public void close() {
        heartbeat.dispose();
        live.values().forEach(LiveRun::abandon);
        runs.release(name).timeout(LAST_WORD).onErrorComplete().block();
    }

    private Mono<Void> beat(boolean takesOver) {
        return takesOver ? renew().then(takeOver()) : renew();
    }

    private Mono<Void> renew() {
        return live.isEmpty() ? Mono.empty() : runs.renew(name, LEASE).doOnNext(this::cancelHere).then();
    }

    /** Looks for runs whose server stopped. */
    Mono<Void> takeOver() {
        return Flux.defer(() -> runs.takeOver(name, LEASE, limits.atOnce())).concatMap(this::succeed).then();
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
        return runs.append(List.of(new RunEvent(run.id(), new EventId(run.attempt(), 1),
                new Failed(Fault.INTERRUPTED, reason))), clock.instant());
    }
}
