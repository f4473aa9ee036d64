package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunState;
import io.askwell.testkit.agent.InMemoryRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunRetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private final InMemoryRuns runs = new InMemoryRuns();

    @Test
    void whatEndedLongAgoIsRemovedHoweverMuchItIs() {
        for (int i = 0; i < 250; i++) {
            ended(NOW.minus(DAY).minusSeconds(i + 1));
        }
        Run later = ended(NOW.minus(DAY).plusSeconds(1));
        Run goesOn = asked(NOW.minus(DAY.multipliedBy(9)));

        try (var retention = new RunRetention(runs, DAY, Clock.fixed(NOW, ZoneOffset.UTC))) {
            retention.sweep().block();
        }

        assertThat(runs.list("alice", new RunQuery(RunQuery.Filter.NONE, Optional.empty(), 500)).block().runs())
                .extracting(Run::id).containsExactlyInAnyOrder(later.id(), goesOn.id());
    }

    private Run ended(Instant at) {
        Run run = asked(at.minusSeconds(5));
        var end = new Failed(Fault.QUERY_FAILED, "It did not work.");
        runs.append(List.of(new EventBatch(List.of(new RunEvent(run.id(), new EventId(1, 1), end)), at))).block();
        return run;
    }

    private Run asked(Instant at) {
        var run = new Run(new RunId(UUID.randomUUID().toString()), new Caller("alice"), new Question("How many?"),
                Optional.empty(),
                Mode.MODEL, true, 1, RunState.RUNNING, at, Optional.empty());
        runs.open(run, "me", DAY).block();
        return run;
    }
}
