package io.askwell.testkit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.out.Runs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every event log does. */
public abstract class RunsContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final Failed FAILED = new Failed(Fault.QUERY_FAILED, "It did not work.");

    protected abstract Runs runs();

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
    void aLeaseIsRenewedAndTellsWhatIsToBeCancelled() {
        Run run = open("alice", true, OVER);
        Run wanted = open("alice", true, OVER);
        runs().requestCancellation(wanted.id()).block();

        assertThat(runs().renew("me", LONG).collectList().block()).contains(wanted.id()).doesNotContain(run.id());
        assertThat(runs().takeOver("other", LONG, 10).map(Run::id).collectList().block())
                .doesNotContain(run.id(), wanted.id());
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
    void aHistoryIsItsOwnersAloneTheLatestFirst() {
        String owner = "owner " + UUID.randomUUID();
        var runs = new ArrayList<Run>();
        for (int i = 0; i < 5; i++) {
            runs.add(run(owner, false, NOON.plusSeconds(i)));
        }
        Flux.fromIterable(runs).concatMap(run -> runs().open(run, "me", LONG)).blockLast();
        open("somebody else", false, LONG);

        assertThat(runs().latest(owner, 3).collectList().block()).isEqualTo(runs.reversed().subList(0, 3));
    }

    @Test
    void aRunIsFoundWithItsConversation() {
        Run run = run("alice", "How many?", Optional.of(newConversation()), true, NOON);
        runs().open(run, "me", OVER).block();

        assertThat(found(run)).isEqualTo(run);
        assertThat(runs().takeOver("other", LONG, 100).filter(taken -> taken.id().equals(run.id())).blockLast())
                .extracting(Run::conversation).isEqualTo(run.conversation());
    }

    @Test
    void theTurnsOfAConversationAreItsLatestAnswersOldestFirst() {
        ConversationId conversation = newConversation();
        said("alice", "How many?", conversation, 1, answered("One."));
        said("alice", "And Bob?", conversation, 2, answered("Two."));
        said("alice", "And Charlie?", conversation, 3, new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE,
                List.of()));

        assertThat(turns("alice", conversation, 10, 10)).extracting(turn -> turn.question().text(), Turn::answer)
                .containsExactly(tuple("How many?", "One."), tuple("And Bob?", "Two."), tuple("And Charlie?", "No."));
        assertThat(turns("alice", conversation, 10, 2)).extracting(Turn::answer).containsExactly("Two.", "No.");
        assertThat(turns("alice", conversation, 3, 10)).extracting(Turn::answer).containsExactly("One.", "Two.");
        assertThat(turns("alice", conversation, 10, 10).getFirst().verdict()).isEqualTo(answered("").verdict());
    }

    @Test
    void whatGoesOnOrFailedIsNoTurn() {
        ConversationId conversation = newConversation();
        said("alice", "It fails", conversation, 1, FAILED);
        Run goesOn = run("alice", "It goes on", Optional.of(conversation), false, NOON.plusSeconds(2));
        runs().open(goesOn, "me", LONG).block();

        assertThat(turns("alice", conversation, 10, 10)).isEmpty();
    }

    @Test
    void aConversationIsItsOwnersAlone() {
        ConversationId conversation = newConversation();
        said("alice", "How many?", conversation, 1, answered("Alice's."));
        said("bob", "How many?", conversation, 2, answered("Bob's."));
        said("alice", "How many?", newConversation(), 3, answered("Elsewhere."));

        assertThat(turns("alice", conversation, 10, 10)).extracting(Turn::answer).containsExactly("Alice's.");
        assertThat(turns("bob", conversation, 10, 10)).extracting(Turn::answer).containsExactly("Bob's.");
    }

    @Test
    void anAnswerAsLongAsAListIsCut() {
        ConversationId conversation = newConversation();
        said("alice", "How many?", conversation, 1, answered("😀".repeat(5_000)));

        assertThat(turns("alice", conversation, 10, 10).getFirst().answer()).hasSizeLessThan(2_100).endsWith("😀…");
    }

    private Run open(String owner, boolean detached, Duration lease) {
        Run run = run(owner, detached, NOON);
        runs().open(run, "me", lease).block();
        return run;
    }

    private static Run run(String owner, boolean detached, Instant askedAt) {
        return run(owner, "How many?", Optional.empty(), detached, askedAt);
    }

    private static Run run(String owner, String question, Optional<ConversationId> conversation, boolean detached,
            Instant askedAt) {
        return new Run(newId(), new Caller(owner), new Question(question), conversation, Mode.MODEL, detached, 1,
                RunState.RUNNING, askedAt, Optional.empty());
    }

    /** A question of the conversation, that long after noon, and how it ended. */
    private Run said(String owner, String question, ConversationId conversation, int seconds, AgentEvent end) {
        Run run = run(owner, question, Optional.of(conversation), false, NOON.plusSeconds(seconds));
        runs().open(run, "me", LONG).block();
        append(run, 1, List.of(new Thought("Hm."), end));
        return run;
    }

    private static Completed answered(String answer) {
        return new Completed(new Verdict.Answered("SELECT 1", Origin.GRAMMAR, Optional.of("Counted.")), answer,
                TokenUsage.NONE, List.of());
    }

    private List<Turn> turns(String owner, ConversationId conversation, int beforeSeconds, int limit) {
        return Objects.requireNonNull(runs().turns(new Caller(owner), conversation, NOON.plusSeconds(beforeSeconds),
                limit).collectList().block());
    }

    private static ConversationId newConversation() {
        return new ConversationId(UUID.randomUUID().toString());
    }

    private static RunId newId() {
        return new RunId(UUID.randomUUID().toString());
    }

    private static List<AgentEvent> chunks(int count) {
        return IntStream.range(0, count).<AgentEvent>mapToObj(i -> new AnswerChunk("word " + i)).toList();
    }

    private void append(Run run, int attempt, List<AgentEvent> events) {
        runs().append(IntStream.range(0, events.size()).mapToObj(
                i -> new RunEvent(run.id(), new EventId(attempt, i + 1), events.get(i))).toList(), NOON).block();
    }

    private List<AgentEvent> events(Run run, EventId after) {
        return Objects.requireNonNull(runs().events(run.id(), after).map(RunEvent::event).collectList().block());
    }

    private Run found(Run run) {
        return Objects.requireNonNull(Mono.from(runs().find(run.id())).block());
    }
}
