package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.Ask;
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
import io.askwell.domain.failure.Unavailable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a run is told of those before it in its conversation. */
class ConversationsTest extends RunServers {
    @Test
    void aFollowUpKnowsWhatWasAnsweredJustBeforeThoughTheLogIsSlow() {
        AgentService slow = service(slowly(runs), "slow", 2, 2);
        script.tryEmitNext(END);
        all(slow.ask(ask("How many?", "talk")));

        all(slow.ask(ask("And Bob?", "talk")));

        assertThat(tasks.getLast().turns()).extracting(turn -> turn.question().text()).containsExactly("How many?");
    }

    @Test
    void aQuestionWithoutAConversationHasNoTurns() {
        script.tryEmitNext(END);
        all(service.ask(ask("How many?", "talk")));

        all(service.ask(ask("And Bob?")));

        assertThat(tasks.getLast().turns()).isEmpty();
    }

    @Test
    void aConversationOfAnotherCallerIsAnotherOne() {
        script.tryEmitNext(END);
        all(service.ask(ask("How many?", "talk")));

        all(service.ask(new Ask(new Caller("bob"), new Question("And Bob?"), Optional.of(new ConversationId("talk")),
                Optional.empty(), false)));

        assertThat(tasks.getLast().turns()).isEmpty();
    }

    @Test
    void aRunThatIsBegunAgainElsewhereKnowsWhatWasSaidBeforeIt() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        said("How many?", noon);
        Run lost = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question("And Bob?"),
                Optional.of(new ConversationId("talk")), Mode.MODEL, true, 1, RunState.RUNNING, noon.plusSeconds(1),
                Optional.empty());
        runs.open(lost, "gone", Duration.ofMillis(-1)).block();
        said("What came later", noon.plusSeconds(2));

        leader("other", 8, 8).takeOver().block();

        until(() -> !tasks.isEmpty());
        assertThat(tasks.getFirst().question().text()).isEqualTo("And Bob?");
        assertThat(tasks.getFirst().turns()).extracting(turn -> turn.question().text()).containsExactly("How many?");
    }

    @Test
    void aConversationThatCannotBeReadFailsTheRunWithTheReason() {
        Runs away = answering(runs, "turns", () -> Flux.error(new Unavailable("down", "The database is away.") {
        }));

        RunEvent last = all(service(away, "away", 2, 2).ask(ask("And Bob?", "talk"))).getLast();

        assertThat(last.event())
                .isEqualTo(new Failed(Fault.DATABASE_UNAVAILABLE, "The database is away."));
    }

    /** A question of Alice's conversation that was answered. */
    private void said(String question, Instant askedAt) {
        Run run = new Run(new RunId(UUID.randomUUID().toString()), ALICE, new Question(question),
                Optional.of(new ConversationId("talk")), Mode.MODEL, false, 1, RunState.RUNNING, askedAt,
                Optional.empty());
        runs.open(run, "here", Duration.ofMinutes(1)).block();
        runs.append(List.of(new EventBatch(List.of(new RunEvent(run.id(), new EventId(1, 1), END)), askedAt))).block();
    }

    /** A log that takes a while to keep an event. */
    private static Runs slowly(Runs runs) {
        return (Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[]{Runs.class},
                (proxy, method, arguments) -> method.getName().equals("append")
                        ? Mono.delay(Duration.ofMillis(300)).then((Mono<?>) method.invoke(runs, arguments))
                        : method.invoke(runs, arguments));
    }

    /** A log of which one method answers so. */
    private static Runs answering(Runs runs, String name, Supplier<Object> answer) {
        return (Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[]{Runs.class},
                (proxy, method, arguments) -> method.getName().equals(name)
                        ? answer.get()
                        : method.invoke(runs, arguments));
    }

    private static Ask ask(String question, String conversation) {
        return new Ask(ALICE, new Question(question), Optional.of(new ConversationId(conversation)), Optional.empty(),
                false);
    }
}
