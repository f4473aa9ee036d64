package io.askwell.llm.agent;

import static io.askwell.testkit.Patience.await;

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

    void awaitEvents(int count) {
        await().until(events::size, size -> size >= count);
    }
}
