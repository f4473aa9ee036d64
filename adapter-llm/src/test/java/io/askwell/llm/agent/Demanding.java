package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** A subscriber that asks for so many events and no more. */
final class Demanding extends BaseSubscriber<AgentEvent> {
    private final int first;
    private final List<AgentEvent> events = new CopyOnWriteArrayList<>();

    Demanding(int first) {
        this.first = first;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(first);
    }

    @Override
    protected void hookOnNext(AgentEvent event) {
        events.add(event);
    }

    int count() {
        return events.size();
    }

    AgentEvent last() {
        return events.getLast();
    }

    void awaitEvents(int count) throws InterruptedException {
        for (int i = 0; i < 1_000 && events.size() < count; i++) {
            Thread.sleep(5);
        }
        assertThat(events).hasSizeGreaterThanOrEqualTo(count);
    }
}
