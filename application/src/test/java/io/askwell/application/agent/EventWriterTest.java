package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What of the runs of a server comes into the log, and when it does not take it. */
class EventWriterTest extends RunServers {
    @Test
    void aRunOfFourHundredPiecesIsWrittenAFewTimes() {
        Run run = begin("How many?");
        IntStream.range(0, 400).forEach(i -> script.tryEmitNext(new AnswerChunk("word " + i)));
        script.tryEmitNext(END);

        until(() -> runs.find(run.id()).block().state() == RunState.COMPLETED);

        assertThat(runs.appends()).isLessThan(5);
        assertThat(runs.events(run.id(), EventId.START).count().block()).isEqualTo(401);
    }

    @Test
    void whatHappensWhileTheLogIsAwayIsWrittenWhenItIsBack() {
        runs.failing(batch -> Optional.of(new Away()));
        Run run = begin("How many?");
        script.tryEmitNext(new AnswerChunk("one"));
        time.advanceTimeBy(Duration.ofMillis(500));
        script.tryEmitNext(END);
        assertThat(runs.find(run.id()).block().state()).isEqualTo(RunState.RUNNING);

        runs.failing(batch -> Optional.empty());

        until(() -> runs.find(run.id()).block().state() == RunState.COMPLETED);
        assertThat(runs.events(run.id(), EventId.START).map(RunEvent::event).collectList().block())
                .containsExactly(new AnswerChunk("one"), END);
    }

    @Test
    void aRunWhoseEventsTheLogDoesNotTakeEndsThereAndKeepsNoOtherWaiting() {
        Run refused = begin("How many?");
        runs.failing(batch -> batch.runId().equals(refused.id()) && batch.events().size() > 1
                ? Optional.of(new IllegalStateException("too large"))
                : Optional.empty());
        Run other = begin("And now?");
        script.tryEmitNext(new AnswerChunk("one"));
        script.tryEmitNext(END);

        until(() -> runs.find(refused.id()).block().state() == RunState.FAILED);
        until(() -> runs.find(other.id()).block().state() == RunState.COMPLETED);
        assertThat(runs.events(refused.id(), EventId.START).map(event -> event.id() + " " + name(event))
                .collectList().block()).containsExactly("1.1 Failed");
    }

    @Test
    void aRunThatCannotEvenBeEndedIsLeftToItsLease() {
        Run refused = begin("How many?");
        runs.failing(batch -> Optional.of(new IllegalStateException("no")));
        script.tryEmitNext(END);
        until(() -> service.find(ALICE, refused.id()).block().state() == RunState.RUNNING);
        runs.failing(batch -> Optional.empty());

        runs.release("here").block();
        // Some heartbeats, which would renew it.
        time.advanceTimeBy(Duration.ofSeconds(2));
        RunLeader other = leader("other", 8, 8);
        other.takeOver().block();
        other.start();

        until(() -> runs.find(refused.id()).block().state() == RunState.COMPLETED);
    }

    @Test
    void aServerThatStopsWritesWhatHasEnded() {
        RunLeader stopping = leader("stopping", 8, 8);
        Run run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("done"), Optional.empty(),
                Mode.MODEL, true, 1,
                RunState.RUNNING, Clock.systemUTC().instant(), Optional.empty());
        script.tryEmitNext(END);
        stopping.lead(run, null).kept().block();

        stopping.close();

        assertThat(runs.find(run.id()).block().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void noRunIsBegunWhereAThousandThatEndedWaitForTheLog() {
        runs.failing(batch -> Optional.of(new Away()));
        script.tryEmitNext(END);

        assertThatThrownBy(() -> Flux.range(0, 2_000).concatMap(i -> service.begin(detached(ALICE, "How many?")))
                .blockLast()).isInstanceOf(TooManyRuns.class);
        assertThat(begun).hasSize(1_004);
    }

    private static final class Away extends Unavailable {
        private Away() {
            super("away", "The log is away.");
        }
    }
}
