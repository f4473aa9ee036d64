package io.askwell.application.agent;

import io.askwell.domain.agent.port.out.Runs;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes runs that ended long ago, with what happened in them: some at a time, so that nothing waits for it for long. Several
 * servers may do so on one log.
 */
public final class RunRetention implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunRetention.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int PORTION = 100;
    private static final Duration BREATH = Duration.ofMillis(100);
    private final Runs runs;
    private final Duration kept;
    private final Clock clock;
    private final Disposable.Swap sweeps = Disposables.swap();

    /** @param kept how long a run is kept after it has ended */
    public RunRetention(Runs runs, Duration kept, Clock clock) {
        this.runs = runs;
        this.kept = kept;
        this.clock = clock;
    }

    /** Removes what is due, now and every minute, until it is closed. */
    public void start() {
        sweeps.update(Flux.interval(Duration.ZERO, EVERY).onBackpressureDrop()
                .concatMap(beat -> sweep().onErrorResume(error -> {
                    log.warn("Old runs cannot be removed: {}", error.toString());
                    return Mono.empty();
                }), 1).subscribe());
    }

    /** Removes everything that is due. */
    Mono<Void> sweep() {
        Mono<Integer> portion = Mono.defer(() -> runs.removeEnded(clock.instant().minus(kept), PORTION));
        return portion.expand(removed -> removed < PORTION ? Mono.empty() : portion.delaySubscription(BREATH)).then();
    }

    @Override
    public void close() {
        sweeps.dispose();
    }
}
