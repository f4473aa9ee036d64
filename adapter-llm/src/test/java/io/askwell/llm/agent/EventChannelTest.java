package io.askwell.llm.agent;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.Fault;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EventChannelTest {
    private static final AgentEvent LAST = new Failed(Fault.QUERY_FAILED, "the end");

    @Test
    void anEventIsMadeWhenItIsAskedForAndNotBefore() {
        var made = new AtomicInteger();
        Flux<AgentEvent> events = EventChannel.open(channel -> {
            for (int i = 0; i < 10; i++) {
                channel.emit(new AnswerChunk("" + made.incrementAndGet()));
            }
            return LAST;
        });

        StepVerifier.create(events, 0).expectSubscription().expectNoEvent(Duration.ofMillis(50))
                .thenRequest(2).expectNextCount(2).then(() -> await().until(() -> made.get() == 3))
                .expectNoEvent(Duration.ofMillis(50)).then(() -> assertThat(made).hasValue(3))
                .thenRequest(8).expectNextCount(8).thenRequest(1).expectNext(LAST).verifyComplete();
    }

    @Test
    void nothingRunsBeforeSomebodySubscribesAndEachSubscriptionRunsOnce() {
        var runs = new AtomicInteger();
        Flux<AgentEvent> events = EventChannel.open(channel -> {
            runs.incrementAndGet();
            return LAST;
        });
        assertThat(runs).hasValue(0);

        events.blockLast();
        events.blockLast();

        assertThat(runs).hasValue(2);
    }

    @Test
    void whoWaitsForAPortIsInterruptedAndThePortCancelled() {
        var waiting = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        Flux<AgentEvent> events = EventChannel.open(channel -> {
            try {
                channel.await(Mono.never().doOnSubscribe(s -> waiting.countDown()).doOnCancel(cancelled::countDown));
            } catch (RuntimeException e) {
                thrown.set(e);
                throw e;
            }
            return LAST;
        });
        var run = events.subscribe();
        await(waiting);

        run.dispose();

        await(cancelled);
        assertThat(await().until(thrown::get, Objects::nonNull)).isInstanceOf(RunCancelled.class);
    }

    @Test
    void portsSeeTheSubscribersContext() {
        Flux<AgentEvent> events = EventChannel.open(channel -> new AnswerChunk(
                channel.await(Mono.deferContextual(context -> Mono.just(context.<String>get("trace"))))));

        assertThat(events.contextWrite(context -> context.put("trace", "t-1")).blockLast())
                .isEqualTo(new AnswerChunk("t-1"));
    }

    @Test
    void anErrorOfTheWorkEndsTheFlux() {
        StepVerifier.create(EventChannel.open(channel -> {
            throw new IllegalStateException("broken");
        })).verifyErrorMessage("broken");
    }
}
