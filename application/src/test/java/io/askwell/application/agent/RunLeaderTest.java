package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.agent.port.in.OpenedRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Runs that clients leave and come back to, that wait, are cancelled, and outlive their server. */
class RunLeaderTest extends RunServers {
    @Test
    void aRunGoesOnWhileItsClientIsAwayForAMoment() {
        var first = new ArrayList<RunEvent>();
        var watching = service.ask(ask("How many?")).subscribe(first::add);
        script.tryEmitNext(new AnswerChunk("one"));
        until(() -> first.size() == 1);
        watching.dispose();

        Flux<RunEvent> resumed = service.events(ALICE, first.getFirst().runId(), first.getFirst().id());
        time.advanceTimeBy(GRACE.minusMillis(1));
        var rest = resumed.map(event -> event.id().toString()).collectList().toFuture();
        time.advanceTimeBy(GRACE);
        script.tryEmitNext(new AnswerChunk("two"));
        script.tryEmitNext(END);

        assertThat(rest.join()).containsExactly("1.2", "1.3");
        assertThat(found(first.getFirst().runId()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aRunThatNobodyWatchesAnyMoreIsCancelledAfterAPeriodOfGrace() {
        var first = new ArrayList<RunEvent>();
        var watching = service.ask(ask("How many?")).subscribe(first::add);
        script.tryEmitNext(new AnswerChunk("one"));
        watching.dispose();
        time.advanceTimeBy(GRACE.minusMillis(1));
        assertThat(cancelled).hasValue(0);

        time.advanceTimeBy(Duration.ofMillis(1));

        assertThat(cancelled).hasValue(1);
        RunId id = first.getFirst().runId();
        assertThat(found(id).state()).isEqualTo(RunState.CANCELLED);
        assertThat(events(id).getLast()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.fault()).isEqualTo(Fault.CANCELLED));
    }

    @Test
    void whoWatchesAnAcceptedRunInTimeKeepsItGoing() {
        service.open(ask("How many?")).flatMapMany(OpenedRun::events).subscribe();
        time.advanceTimeBy(GRACE.multipliedBy(2));

        assertThat(cancelled).hasValue(0);
    }

    @Test
    void whoComesBackInTimeStopsTheGrace() {
        var first = new ArrayList<RunEvent>();
        var watching = service.ask(ask("How many?")).subscribe(first::add);
        script.tryEmitNext(new AnswerChunk("one"));
        watching.dispose();
        service.events(ALICE, first.getFirst().runId(), EventId.START).subscribe();

        time.advanceTimeBy(GRACE.multipliedBy(2));

        assertThat(cancelled).hasValue(0);
    }

    @Test
    void aDetachedRunGoesOnUnwatchedAndIsKept() {
        Run run = begin("How many?");
        time.advanceTimeBy(GRACE.multipliedBy(2));
        script.tryEmitNext(END);

        until(() -> runs.find(run.id()).block().state() == RunState.COMPLETED);
        assertThat(events(run.id())).containsExactly(END);
        assertThat(ended).containsExactly(run.id() + " " + END);
    }

    @Test
    void toOthersARunDoesNotExist() {
        Run run = begin("How many?");
        var mallory = new Caller("mallory");

        assertThatThrownBy(() -> service.find(mallory, run.id()).block()).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> service.cancel(mallory, run.id()).block()).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> service.events(mallory, run.id(), EventId.START).blockLast())
                .isInstanceOf(RunNotFound.class);
        assertThat(service.list(mallory, ALL).block().runs()).isEmpty();
    }

    @Test
    void toCancelARunStopsTheAgentAndTellsThoseWhoWatch() {
        Run run = begin("How many?");
        var watched = service.events(ALICE, run.id(), EventId.START).map(RunEvent::event).collectList().toFuture();

        service.cancel(ALICE, run.id()).block();

        assertThat(watched.join()).singleElement().isInstanceOf(Failed.class);
        assertThat(cancelled).hasValue(1);
        assertThat(found(run.id()).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void anEndedRunStaysAsItEnded() {
        script.tryEmitNext(END);
        Run run = begin("How many?");
        until(() -> found(run.id()).state() == RunState.COMPLETED);

        service.cancel(ALICE, run.id()).block();

        assertThat(found(run.id()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void moreRunsThanMayWorkWaitForTheirTurnAndNoMoreThanMayWait() {
        Run first = begin("first");
        begin("second");
        begin("third");
        begin("fourth");

        assertThat(begun).containsExactly("first", "second");
        assertThatThrownBy(() -> begin("fifth")).isInstanceOf(TooManyRuns.class);
        service.cancel(ALICE, first.id()).block();
        until(() -> begun.size() == 3);
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void callersTakeTurns() {
        AgentService narrow = service("narrow", 1, 100);
        Run first = narrow.begin(detached(ALICE, "a1")).block();
        for (String question : List.of("a2", "a3", "a4")) {
            narrow.begin(detached(ALICE, question)).block();
        }
        narrow.begin(detached(new Caller("bob"), "b1")).block();

        narrow.cancel(ALICE, first.id()).block();
        until(() -> begun.size() == 2);
        narrow.list(ALICE, ALL).flatMapIterable(RunPage::runs).filter(run -> run.question().text().equals("a2"))
                .concatMap(
                        run -> narrow.cancel(ALICE, run.id()))
                .blockLast();
        until(() -> begun.size() == 3);

        assertThat(begun).containsExactly("a1", "a2", "b1");
    }

    @Test
    void aDetachedRunOfAServerThatStoppedIsBegunAgainByAnother() {
        Run lost = left(true, 1);
        RunLeader other = leader("other", 8, 8);

        other.takeOver().block();
        other.start();
        script.tryEmitNext(END);

        until(() -> runs.find(lost.id()).block().state() == RunState.COMPLETED);
        assertThat(runs.events(lost.id(), new EventId(1, 7)).map(event -> event.id() + " " + name(event))
                .collectList().block()).containsExactly("2.1 StepStarted", "2.2 StepFinished", "2.3 Completed");
    }

    @Test
    void aRunThatSomebodyWatchedThereIsGivenUpWithTheReason() {
        Run lost = left(false, 1);

        leader("other", 8, 8).takeOver().block();

        assertThat(runs.find(lost.id()).block().state()).isEqualTo(RunState.FAILED);
        var end = new Failed(Fault.INTERRUPTED, "The server that worked on the run stopped.");
        assertThat(runs.events(lost.id(), EventId.START).map(RunEvent::event).blockLast()).isEqualTo(end);
        assertThat(ended).containsExactly(lost.id() + " " + end);
    }

    @Test
    void aRunThatServersStoppedUnderAgainAndAgainIsGivenUp() {
        Run lost = left(true, 3);

        leader("other", 8, 8).takeOver().block();

        assertThat(runs.find(lost.id()).block().state()).isEqualTo(RunState.FAILED);
        assertThat(begun).isEmpty();
    }

    @Test
    void aServerThatStopsLeavesItsRunsToOthersUnfinished() {
        RunLeader stopping = leader("stopping", 8, 8);
        Run run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("moved"), Optional.empty(),
                Mode.MODEL, true, 1,
                RunState.RUNNING, Clock.systemUTC().instant(), Optional.empty());
        stopping.lead(run, null).kept().block();

        stopping.close();
        RunLeader other = leader("other", 8, 8);
        other.takeOver().block();
        other.start();
        script.tryEmitNext(END);

        until(() -> runs.find(run.id()).block().state() == RunState.COMPLETED);
        assertThat(runs.find(run.id()).block().attempt()).isEqualTo(2);
        assertThat(cancelled.get()).as("the first attempt was stopped").isPositive();
    }

    @Test
    void theRunOfAnotherServerIsWatchedAndCancelledHereToo() {
        AgentService other = service("other", 8, 8);
        Run run = begin("How many?");
        script.tryEmitNext(new AnswerChunk("one"));
        var watched = other.events(ALICE, run.id(), EventId.START).map(RunEvent::event).collectList().toFuture();

        other.cancel(ALICE, run.id()).block();
        until(watched::isDone);

        assertThat(watched.join()).hasSize(2).last().isInstanceOf(Failed.class);
    }
}
