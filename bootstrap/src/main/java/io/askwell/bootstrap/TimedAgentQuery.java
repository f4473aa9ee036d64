package io.askwell.bootstrap;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Times runs by how they ended, whichever transport asked for them. A question that is refused is no run. */
final class TimedAgentQuery implements AgentQuery {
    private static final Duration[] BUCKETS = Stream.of(10, 50, 250, 1_000, 5_000, 15_000, 60_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);
    private final AgentQuery agent;
    private final MeterRegistry meters;

    TimedAgentQuery(AgentQuery agent, MeterRegistry meters) {
        this.agent = agent;
        this.meters = meters;
    }

    @Override
    public Flux<RunEvent> ask(Ask ask) {
        return Flux.defer(() -> {
            long started = System.nanoTime();
            var outcome = new AtomicReference<@Nullable String>();
            return agent.ask(ask).doOnNext(event -> outcome.set(outcome(event.event())))
                    .doOnCancel(() -> outcome.compareAndSet(null, "cancelled"))
                    .doFinally(end -> record(outcome.get(), System.nanoTime() - started));
        });
    }

    private static @Nullable String outcome(AgentEvent event) {
        return switch (event) {
            case Completed completed -> completed.verdict().label();
            case Failed failed -> failed.fault().label();
            default -> null;
        };
    }

    private void record(@Nullable String outcome, long nanos) {
        if (outcome != null) {
            Timer.builder("agent.runs").description("From the question to the last event").tag("outcome", outcome)
                    .serviceLevelObjectives(BUCKETS).register(meters).record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
