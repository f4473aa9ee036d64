package io.askwell.testkit.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.port.out.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Runs for the tests of an event log, and what is asked of it. */
abstract class RunsFixture {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration LONG = Duration.ofMinutes(1);
    static final Duration OVER = Duration.ofMillis(-1);
    static final Failed FAILED = new Failed(Fault.QUERY_FAILED, "It did not work.");

    protected abstract Runs runs();

    Run open(String owner, boolean detached, Duration lease) {
        Run run = run(owner, detached, NOON);
        runs().open(run, "me", lease).block();
        return run;
    }

    static Run run(String owner, boolean detached, Instant askedAt) {
        return run(owner, "How many?", Optional.empty(), detached, askedAt);
    }

    static Run run(String owner, String question, Optional<ConversationId> conversation, boolean detached,
            Instant askedAt) {
        return new Run(newId(), new Caller(owner), new Question(question), conversation, Mode.MODEL, detached, 1,
                RunState.RUNNING, askedAt, Optional.empty());
    }

    static ConversationId newConversation() {
        return new ConversationId(UUID.randomUUID().toString());
    }

    static RunId newId() {
        return new RunId(UUID.randomUUID().toString());
    }

    void append(Run run, int attempt, List<AgentEvent> events) {
        append(run, attempt, 1, events);
    }

    void append(Run run, int attempt, long first, List<AgentEvent> events) {
        runs().append(List.of(batch(run, attempt, first, events))).block();
    }

    static EventBatch batch(Run run, int attempt, long first, List<AgentEvent> events) {
        return new EventBatch(IntStream.range(0, events.size()).mapToObj(
                i -> new RunEvent(run.id(), new EventId(attempt, first + i), events.get(i))).toList(), NOON);
    }

    List<AgentEvent> events(Run run, EventId after) {
        return Objects.requireNonNull(runs().events(run.id(), after).map(RunEvent::event).collectList().block());
    }

    Run found(Run run) {
        return Objects.requireNonNull(Mono.from(runs().find(run.id())).block());
    }
}
