package io.askwell.testkit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunQuery.Filter;
import io.askwell.domain.agent.RunQuery.Place;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.paging.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The pages of a history. */
public abstract class HistoryContract extends RunsFixture {
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

    private static Run run(String owner, String question, Mode mode, Instant askedAt) {
        return new Run(newId(), new Caller(owner), new Question(question), Optional.empty(), mode, true, 1,
                RunState.RUNNING, askedAt,
                Optional.empty());
    }
}
