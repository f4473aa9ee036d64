package io.askwell.application.agent;

import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A run that this instance works on, and those who watch it. Its events stay in memory until it has ended: what an agent
 * makes of one question is bounded by its caps. So a client that reads slowly holds up neither the run nor anybody else.
 */
final class LiveRun {
    private static final Failed NOBODY_WATCHES = new Failed(Fault.CANCELLED,
            "The run was cancelled: nobody watched it any more.");
    private static final Failed BY_REQUEST = new Failed(Fault.CANCELLED, "The run was cancelled.");
    /** At least so long is waited for whoever asked to look, however short the grace: that they watch takes a moment. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private final Duration grace;
    private final Sinks.Many<RunEvent> events = Sinks.many().replay().all();
    private final Sinks.One<Failed> stop = Sinks.one();
    private final Sinks.Empty<Void> kept = Sinks.empty();
    private final Disposable.Swap work = Disposables.swap();
    /** Ends the run, unless it is watched again in time. */
    private final Disposable.Swap patience = Disposables.swap();
    private final List<RunEvent> happened = new ArrayList<>();
    private volatile Run run;
    private boolean opened;
    /** How many events the log has. */
    private int written;
    private int watchers;
    /** Counts who came, so that a period of grace ends only if nobody did. */
    private int arrivals;

    LiveRun(Run run, Duration grace) {
        this.run = run;
        this.grace = grace;
    }

    Run run() {
        return run;
    }

    /** Why the run ends early, if it does. */
    Mono<Failed> stopped() {
        return stop.asMono();
    }

    /** Completes when the log has every event, or is given up. */
    Mono<Void> kept() {
        return kept.asMono();
    }

    void isKept() {
        kept.tryEmitEmpty();
    }

    void emit(RunEvent event, Instant now) {
        happen(event, now);
        events.emitNext(event, Sinks.EmitFailureHandler.FAIL_FAST);
        if (event.event().isTerminal()) {
            events.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
            patience.dispose();
        }
    }

    private synchronized void happen(RunEvent event, Instant now) {
        run = run.after(event.event(), now);
        happened.add(event);
    }

    /** The log knows the run. */
    synchronized void opened() {
        opened = true;
    }

    /**
     * What the log does not have yet, once it knows the run. With the last event that is the whole attempt, so that a run
     * which has ended is one batch, however slowly it went.
     */
    synchronized Optional<EventBatch> unwritten(Instant now) {
        if (!opened || written == happened.size()) {
            return Optional.empty();
        }
        int from = run.endedAt().isEmpty() ? written : 0;
        return Optional.of(new EventBatch(happened.subList(from, happened.size()), run.endedAt().orElse(now)));
    }

    /**
     * The log has the batch.
     *
     * @return whether it has everything, and nothing more will come
     */
    synchronized boolean written(EventBatch batch) {
        written = Math.toIntExact(batch.last().sequence());
        return run.endedAt().isPresent() && written == happened.size();
    }

    /** The place of the first event that the log does not have. */
    synchronized EventId firstUnwritten() {
        return new EventId(run.attempt(), written + 1L);
    }

    /** What comes after that event. Whoever watches keeps the run going. */
    Flux<RunEvent> watch(EventId after) {
        return Flux.defer(() -> {
            arrive();
            return events.asFlux().filter(event -> event.id().isAfter(after)).doFinally(end -> depart());
        });
    }

    /** What makes the events. */
    void work(Disposable working) {
        work.update(working);
    }

    /** Stops the work where it is: the run has not ended, only nobody here works on it any more. */
    void abandon() {
        work.dispose();
    }

    void cancel() {
        stop.tryEmitValue(BY_REQUEST);
    }

    private synchronized void arrive() {
        watchers++;
        arrivals++;
        patience.update(Disposables.disposed());
    }

    private synchronized void depart() {
        watchers--;
        awaitWatcher(grace);
    }

    /** Begins the period of grace unless somebody watches already: whoever asked may be gone before the first look. */
    synchronized void awaitFirstLook() {
        awaitWatcher(grace.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : grace);
    }

    private void awaitWatcher(Duration patient) {
        if (watchers == 0 && !run.detached() && run.endedAt().isEmpty()) {
            int seen = arrivals;
            patience.update(Mono.delay(patient).subscribe(passed -> giveUp(seen)));
        }
    }

    private synchronized void giveUp(int seen) {
        if (watchers == 0 && arrivals == seen) {
            stop.tryEmitValue(NOBODY_WATCHES);
        }
    }
}
