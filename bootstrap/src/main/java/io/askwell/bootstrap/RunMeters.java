package io.askwell.bootstrap;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.port.out.RunStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/** Times runs by how they ended. A question that is refused is no run. */
final class RunMeters implements RunStatistics {
    private static final Duration[] BUCKETS = Stream.of(10, 50, 250, 1_000, 5_000, 15_000, 60_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);
    private final MeterRegistry meters;

    RunMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void ended(Run run, AgentEvent last) {
        Timer.builder("agent.runs").description("From the question to the last event").tag("outcome", outcome(last))
                .serviceLevelObjectives(BUCKETS).register(meters)
                .record(Duration.between(run.askedAt(), run.endedAt().orElseThrow()));
    }

    private static String outcome(AgentEvent last) {
        return switch (last) {
            case Completed completed -> completed.verdict().label();
            case Failed failed -> failed.fault().label();
            default -> throw new IllegalArgumentException("no run ends with " + last);
        };
    }
}
