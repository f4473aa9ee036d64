package io.askwell.testkit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What an event log keeps of runs, and who works on them. */
public abstract class EventLogContract extends RunsFixture {
    @Test
    void aRunIsFoundAsItWasOpened() {
        Run run = open("alice", true, LONG);

        assertThat(runs().find(run.id()).block()).isEqualTo(run);
        assertThat(runs().find(newId()).blockOptional()).isEmpty();
    }

    @Test
    void everyKindOfEventIsReadAsItWasWritten() {
        Run run = open("alice", false, LONG);
        List<@Nullable Object> cells = Arrays.asList("Zoë \u0000 😀", null, 3L, true, new BigDecimal("150.00"),
                new BigDecimal("1E+30"), Long.MIN_VALUE, new BigDecimal("12345678901234567890"));
        List<AgentEvent> events = List.of(new StepStarted(Step.RECALL),
                new StepFinished(new StepTiming(Step.RECALL, 12)), new Thought("So."),
                new SqlDrafted("SELECT 1", Origin.MODEL),
                new RowsRead(new Rows(List.of("a", "b", "c", "d", "e", "f", "g", "h"), List.of(cells), true)),
                new AnswerChunk(" three"),
                new Completed(new Verdict.Answered("SELECT 1", Origin.GRAMMAR, Optional.of("Counted.")), "3",
                        new TokenUsage(5, 7), List.of(new StepTiming(Step.ANSWER, 1)), List.of("17")));

        append(run, 1, events);

        assertThat(events(run, EventId.START)).isEqualTo(events);
    }

    @Test
    void verdictsAndFaultsAreReadAsTheyWereWritten() {
        for (AgentEvent end : List.of(new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of()),
                new Completed(new Verdict.Clarify(List.of("a", "b")), "Which?", TokenUsage.NONE, List.of()), FAILED)) {
            Run run = open("alice", false, LONG);
            append(run, 1, List.of(end));
            assertThat(events(run, EventId.START)).containsExactly(end);
        }
    }

    @Test
    void theLastEventEndsTheRun() {
        Run run = open("alice", false, LONG);

        append(run, 1, List.of(new Thought("Hm."), FAILED));

        assertThat(found(run)).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(RunState.FAILED);
            assertThat(ended.endedAt()).contains(NOON);
        });
    }

    @Test
    void eventsAreReadFromAnyPlace() {
        Run run = open("alice", false, LONG);
        append(run, 1, chunks(200));

        assertThat(events(run, new EventId(1, 150))).isEqualTo(chunks(200).subList(150, 200));
        assertThat(events(run, new EventId(1, 200))).isEmpty();
    }

    @Test
    void batchesMayRepeatWhatIsThereAlready() {
        Run run = open("alice", false, LONG);
        append(run, 1, 1, chunks(3));
        append(run, 1, 1, chunks(5));
        append(run, 1, 1, chunks(3));
        append(run, 1, 6, chunks(10).subList(5, 10));
        for (long place = 0; place <= 10; place++) {
            assertThat(events(run, new EventId(1, place))).isEqualTo(chunks(10).subList((int) place, 10));
        }

        var whole = new ArrayList<>(chunks(10));
        whole.add(FAILED);
        append(run, 1, 1, whole);
        append(run, 1, 7, chunks(10).subList(6, 9));

        for (long place = 0; place <= 11; place++) {
            assertThat(events(run, new EventId(1, place))).isEqualTo(whole.subList((int) place, 11));
        }
        assertThat(found(run).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void theBatchesOfManyRunsAreAddedAtOnce() {
        List<Run> all = IntStream.range(0, 50).mapToObj(i -> open("alice", false, LONG)).toList();
        Run unopened = run("alice", false, NOON);

        runs().append(Stream.concat(all.stream(), Stream.of(unopened))
                .map(run -> batch(run, 1, 1, run.equals(all.getLast()) ? List.of(FAILED) : chunks(4))).toList())
                .block();

        assertThat(all.subList(0, 49)).allSatisfy(run -> {
            assertThat(events(run, EventId.START)).isEqualTo(chunks(4));
            assertThat(found(run).state()).isEqualTo(RunState.RUNNING);
        });
        assertThat(events(all.getLast(), EventId.START)).containsExactly(FAILED);
        assertThat(found(all.getLast()).state()).isEqualTo(RunState.FAILED);
        assertThat(runs().find(unopened.id()).blockOptional()).isEmpty();
    }

    @Test
    void aRunWhoseLeaseHasEndedIsTakenOverOnce() {
        Run run = open("alice", true, OVER);
        Run led = open("alice", true, LONG);

        List<Run> taken = Flux.range(0, 8).flatMap(i -> runs().takeOver("server " + i, LONG, 10)).collectList().block();

        assertThat(taken).extracting(Run::id).containsOnlyOnce(run.id()).doesNotContain(led.id());
        assertThat(found(run).attempt()).isEqualTo(2);
    }

    @Test
    void whoComesFromAnEarlierAttemptGetsTheWholeOfTheLatest() {
        Run run = open("alice", true, OVER);
        append(run, 1, chunks(5));
        runs().takeOver("other", LONG, 10).collectList().block();
        append(run, 2, List.of(new Thought("again")));

        assertThat(events(run, new EventId(1, 3))).containsExactly(new Thought("again"));
    }

    @Test
    void aServerThatWasThoughtDeadDoesNotEndTheLaterAttempt() {
        Run run = open("alice", true, OVER);
        runs().takeOver("other", LONG, 10).collectList().block();

        append(run, 1, List.of(FAILED));

        assertThat(found(run).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void theLeasesOfTheNamedRunsAreRenewedAndThoseAlone() {
        Run run = open("alice", true, OVER);
        Run wanted = open("alice", true, OVER);
        Run forgotten = open("alice", true, OVER);
        Run ended = open("alice", true, OVER);
        append(ended, 1, List.of(FAILED));
        runs().requestCancellation(wanted.id()).block();
        List<RunId> ids = List.of(run.id(), wanted.id(), ended.id(), newId());

        assertThat(runs().renew("me", ids, LONG).collectList().block()).containsExactly(wanted.id());
        assertThat(runs().renew("me", ids, LONG).collectList().block()).containsExactly(wanted.id());
        assertThat(runs().takeOver("other", LONG, 100).map(Run::id).collectList().block())
                .contains(forgotten.id()).doesNotContain(run.id(), wanted.id(), ended.id());
    }

    @Test
    void whoLeadsARunNoLongerRenewsNothing() {
        Run run = open("alice", true, OVER);
        runs().takeOver("other", OVER, 100).blockLast();
        runs().requestCancellation(run.id()).block();

        assertThat(runs().renew("me", List.of(run.id()), LONG).collectList().block()).isEmpty();
        assertThat(runs().takeOver("third", LONG, 100).map(Run::id).collectList().block()).contains(run.id());
    }

    @Test
    void whatAServerLeavesIsTakenOverAtOnce() {
        String leaving = "leaving " + UUID.randomUUID();
        Run run = run("alice", true, NOON);
        runs().open(run, leaving, LONG).block();

        runs().release(leaving).block();

        assertThat(runs().takeOver("other", LONG, 100).map(Run::id).collectList().block()).contains(run.id());
    }

    @Test
    void whatEndedBeforeATimeIsRemovedSomeAtATime() {
        Instant longAgo = NOON.minus(Duration.ofDays(1_000));
        List<Run> old = IntStream.range(0, 5).mapToObj(i -> open("alice", false, LONG)).toList();
        old.forEach(run -> end(run, longAgo.minusSeconds(1)));
        Run later = open("alice", false, LONG);
        end(later, longAgo);
        Run goesOn = open("alice", false, LONG);

        assertThat(runs().removeEnded(longAgo, 3).block()).isEqualTo(3);
        assertThat(runs().removeEnded(longAgo, 3).block()).isEqualTo(2);
        assertThat(runs().removeEnded(longAgo, 3).block()).isZero();

        assertThat(old).allSatisfy(run -> assertThat(runs().find(run.id()).blockOptional()).isEmpty());
        assertThat(events(later, EventId.START)).containsExactly(FAILED);
        assertThat(found(goesOn).state()).isEqualTo(RunState.RUNNING);
    }

    private void end(Run run, Instant at) {
        runs().append(List.of(new EventBatch(List.of(new RunEvent(run.id(), new EventId(1, 1), FAILED)), at))).block();
    }

    private static List<AgentEvent> chunks(int count) {
        return IntStream.range(0, count).<AgentEvent>mapToObj(i -> new AnswerChunk("word " + i)).toList();
    }
}
