package io.askwell.socket.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Runs as server-sent events. */
final class SseFormat {
    private final Duration heartbeat;
    private final AtomicInteger open = new AtomicInteger();

    /** @param heartbeat between the comments that keep a silent connection open */
    SseFormat(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** How many streams there are. */
    int open() {
        return open.get();
    }

    /** The headers of a response that is a stream. */
    static void describe(HttpHeaders headers) {
        headers.setCacheControl(CacheControl.noStore());
        // Tells nginx and its kin to pass every event on at once.
        headers.set("X-Accel-Buffering", "no");
    }

    Flux<ServerSentEvent<Object>> of(Question question, Flux<RunEvent> run) {
        return keptAlive(run.map(event -> EventEncoder.encode(question, event)).map(
                event -> ServerSentEvent.<Object>builder(event.data()).event(event.name()).id(event.id()).build()));
    }

    private Flux<ServerSentEvent<Object>> keptAlive(Flux<ServerSentEvent<Object>> events) {
        return Flux.defer(() -> {
            var ended = Sinks.empty();
            Flux<ServerSentEvent<Object>> comments = Flux.interval(heartbeat).onBackpressureDrop()
                    .map(beat -> ServerSentEvent.builder().comment("still here").build())
                    .takeUntilOther(ended.asMono());
            open.incrementAndGet();
            return Flux.merge(events.doOnTerminate(ended::tryEmitEmpty), comments)
                    .doFinally(end -> open.decrementAndGet());
        });
    }
}
