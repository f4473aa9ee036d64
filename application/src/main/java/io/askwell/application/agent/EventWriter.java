package io.askwell.application.agent;

import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.domain.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes what happens in the runs of this instance to the log: what is new in all of them at once, a few times a second. It
 * keeps nothing itself, since each run has its events until the log has its last. So if the log is slow or away, batches
 * grow, and nothing is lost.
 */
final class EventWriter {
    private static final Logger log = LoggerFactory.getLogger(EventWriter.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    /** After the log could not be reached. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Failed NOT_KEPT = new Failed(Fault.INTERNAL_ERROR,
            "What happened in this run could not be kept.");
    private final Runs runs;
    private final Map<RunId, LiveRun> live;
    private final Clock clock;

    /** @param live the runs of this instance; those whose end is in the log are taken out */
    EventWriter(Runs runs, Map<RunId, LiveRun> live, Clock clock) {
        this.runs = runs;
        this.live = live;
        this.clock = clock;
    }

    /** Writes until it is disposed of. */
    Disposable start() {
        return Flux.interval(EVERY).onBackpressureDrop().concatMap(beat -> write().onErrorResume(error -> {
            log.warn("The events of {} runs wait for the log: {}", live.size(), error.toString());
            return Mono.delay(PAUSE).then();
        }), 1).subscribe();
    }

    /** What the log does not have yet of a run. */
    private record Unwritten(LiveRun run, EventBatch batch) {}

    /** Writes what is not written yet; signals {@link Unavailable} if that is to be tried again. */
    Mono<Void> write() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            List<Unwritten> all = live.values().stream()
                    .flatMap(run -> run.unwritten(now).map(batch -> new Unwritten(run, batch)).stream()).toList();
            return all.isEmpty()
                    ? Mono.empty()
                    : write(all).onErrorResume(EventWriter::isRefused,
                            // One that the log does not take must not keep the others from it.
                            one -> Flux.fromIterable(all).concatMap(this::writeAlone).then());
        });
    }

    private Mono<Void> write(List<Unwritten> all) {
        return runs.append(all.stream().map(Unwritten::batch).toList())
                .then(Mono.fromRunnable(() -> all.forEach(this::written)));
    }

    private void written(Unwritten one) {
        if (one.run().written(one.batch())) {
            forget(one.run());
        }
    }

    private void forget(LiveRun run) {
        live.remove(run.run().id(), run);
        run.isKept();
    }

    private Mono<Void> writeAlone(Unwritten one) {
        return write(List.of(one)).onErrorResume(EventWriter::isRefused, refused -> {
            log.error("The events of run {} cannot be kept", one.batch().runId().value(), refused);
            forget(one.run());
            return endShort(one);
        });
    }

    /** Ends the run in the log behind the log's last event. Where even that is refused, its lease runs out. */
    private Mono<Void> endShort(Unwritten one) {
        var end = new RunEvent(one.batch().runId(), one.run().firstUnwritten(), NOT_KEPT);
        return runs.append(List.of(new EventBatch(List.of(end), one.batch().at()))).onErrorResume(error -> {
            log.error("Run {} cannot be ended", end.runId().value(), error);
            return Mono.empty();
        });
    }

    private static boolean isRefused(Throwable error) {
        return !(error instanceof Unavailable);
    }
}
