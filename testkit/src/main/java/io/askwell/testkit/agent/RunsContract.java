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
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunQuery.Filter;
import io.askwell.domain.agent.RunQuery.Place;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.domain.paging.Range;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test
    void aHistoryIsItsOwnersAloneTheLatestFirst() {
        String owner = "owner " + UUID.randomUUID();
        var runs = new ArrayList<Run>();
        for (int i = 0; i < 5; i++) {
            runs.add(run(owner, false, NOON.plusSeconds(i)));
        }
        Flux.fromIterable(runs).concatMap(run -> runs().open(run, "me", LONG)).blockLast();
        open("somebody else", false, LONG);

        assertThat(page(owner, new RunQuery(Filter.NONE, Optional.empty(), 3)).runs())
                .isEqualTo(runs.reversed().subList(0, 3));
    }

    @Test
    void pagesHaveEveryRunOnceThoughManyWereAskedAtTheSameTime() {
        String owner = "owner " + UUID.randomUUID();
        List<Run> runs = IntStream.range(0, 23).mapToObj(i -> run(owner, true, NOON.plusSeconds(i / 7))).toList();
        runs.forEach(run -> runs().open(run, "me", LONG).block());

        var seen = new ArrayList<Run>();
        Optional<Place> next = Optional.empty();
        do {
            RunPage page = page(owner, new RunQuery(Filter.NONE, next, 4));
            seen.addAll(page.runs());
            next = page.next();
            // What is asked meanwhile comes before the first page.
            runs().open(run(owner, true, NOON.plusSeconds(60)), "me", LONG).block();
        } while (next.isPresent());

        assertThat(seen).hasSize(23).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(runs)
                .isSortedAccordingTo(Comparator.comparing(Run::askedAt).reversed());
    }

    @Test
    void aHistoryIsFiltered() {
        String owner = "owner " + UUID.randomUUID();
        Run first = run(owner, "100% of\\what_is?", Mode.GRAMMAR, NOON);
        Run second = run(owner, "How many ORDERS?", Mode.MODEL, NOON.plusSeconds(1));
        Run third = run(owner, "how many orders now?", Mode.MODEL, NOON.plusSeconds(2));
        Flux.just(first, second, third).concatMap(run -> runs().open(run, "me", LONG)).blockLast();
        append(second, 1, List.of(FAILED));

        assertThat(
                ids(owner,
                        new Filter(Optional.of(RunState.FAILED), Optional.empty(), Optional.empty(), Range.all(),
                                Optional.empty())))
                .containsExactly(second.id());
        assertThat(ids(owner,
                new Filter(Optional.of(RunState.RUNNING), Optional.of(Mode.MODEL), Optional.empty(), Range.all(),
                        Optional.empty())))
                .containsExactly(third.id());
        assertThat(ids(owner, containing("many Orders"))).containsExactly(third.id(), second.id());
        assertThat(ids(owner, containing("% of\\what_"))).containsExactly(first.id());
        assertThat(ids(owner, containing("_"))).containsExactly(first.id());
        assertThat(ids(owner, asked(new Range<>(Optional.of(NOON.plusSeconds(1)), Optional.empty()))))
                .containsExactly(third.id(), second.id());
        assertThat(ids(owner, asked(new Range<>(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(1))))))
                .containsExactly(second.id());
        assertThat(ids(owner, asked(new Range<>(Optional.empty(), Optional.of(NOON))))).containsExactly(first.id());
        assertThat(ids(owner, asked(new Range<>(Optional.of(Instant.parse("0000-12-31T12:00:00Z")),
                Optional.of(Instant.parse("+10000-01-01T12:00:00Z")))))).hasSize(3);
    }

    private static Filter containing(String part) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Range.all(), Optional.of(part));
    }

    private static Filter asked(Range<Instant> range) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), range, Optional.empty());
    }

    private List<RunId> ids(String owner, Filter filter) {
        return page(owner, new RunQuery(filter, Optional.empty(), 10)).runs().stream().map(Run::id).toList();
    }

    private RunPage page(String owner, RunQuery query) {
        return Objects.requireNonNull(runs().list(owner, query).block());
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
    void aHistoryHasTheRunsOfOneConversation() {
        String owner = "owner " + UUID.randomUUID();
        var conversation = new ConversationId("a_b");
        Run of = run(owner, "How many?", Optional.of(conversation), false, NOON);
        Run other = run(owner, "How many?", Optional.of(new ConversationId("axb")), false, NOON.plusSeconds(1));
        Flux.just(of, other, run(owner, false, NOON.plusSeconds(2))).concatMap(run -> runs().open(run, "me", LONG))
                .blockLast();

        assertThat(ids(owner, new Filter(Optional.empty(), Optional.empty(), Optional.of(conversation), Range.all(),
                Optional.empty()))).containsExactly(of.id());
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

    private static Run run(String owner, String question, Mode mode, Instant askedAt) {
        return new Run(newId(), new Caller(owner), new Question(question), Optional.empty(), mode, true, 1,
                RunState.RUNNING, askedAt,
                Optional.empty());
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
        append(run, attempt, 1, events);
    }

    private void append(Run run, int attempt, long first, List<AgentEvent> events) {
        runs().append(List.of(batch(run, attempt, first, events))).block();
    }

    private static EventBatch batch(Run run, int attempt, long first, List<AgentEvent> events) {
        return new EventBatch(IntStream.range(0, events.size()).mapToObj(
                i -> new RunEvent(run.id(), new EventId(attempt, first + i), events.get(i))).toList(), NOON);
    }

    private List<AgentEvent> events(Run run, EventId after) {
        return Objects.requireNonNull(runs().events(run.id(), after).map(RunEvent::event).collectList().block());
    }

    private Run found(Run run) {
        return Objects.requireNonNull(Mono.from(runs().find(run.id())).block());
    }
}
