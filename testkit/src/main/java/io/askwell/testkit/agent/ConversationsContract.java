package io.askwell.testkit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was said before in a conversation. */
public abstract class ConversationsContract extends RunsFixture {
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
}
