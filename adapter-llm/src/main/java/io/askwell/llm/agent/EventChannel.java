package io.askwell.llm.agent;

import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.AgentEvent;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Leads from blocking code on a virtual thread to a Flux. An event is handed over when the subscriber asks for one; until
 * then the thread waits, and with it whatever feeds it, down to the model's socket. When the subscriber cancels, the
 * thread is interrupted.
 */
final class EventChannel {
    private final FluxSink<AgentEvent> sink;
    private final ContextView context;
    private final Thread worker;

    private EventChannel(FluxSink<AgentEvent> sink, Function<EventChannel, AgentEvent> work) {
        this.sink = sink;
        this.context = sink.contextView();
        this.worker = Thread.ofVirtual().name("agent").unstarted(() -> finish(work));
    }

    /**
     * A Flux of what the work emits.
     *
     * @param work is run once for each subscription; returns the last event
     */
    static Flux<AgentEvent> open(Function<EventChannel, AgentEvent> work) {
        return Flux.create(sink -> new EventChannel(sink, work).start(), OverflowStrategy.ERROR);
    }

    private void start() {
        sink.onCancel(worker::interrupt);
        sink.onRequest(more -> LockSupport.unpark(worker));
        worker.start();
    }

    private void finish(Function<EventChannel, AgentEvent> work) {
        // The thread is this run's alone, so what it logs belongs to the request that asked.
        try (var _ = MDC.putCloseable(RequestId.NAME, context.getOrDefault(RequestId.NAME, null))) {
            emit(work.apply(this));
            sink.complete();
        } catch (RunCancelled cancelled) {
            // Nobody is listening any more.
        } catch (Throwable e) {
            // Whatever it is, the subscriber must not wait for ever.
            sink.error(e);
        }
    }

    /**
     * Hands over an event as soon as the subscriber wants it.
     *
     * @throws RunCancelled if there is no subscriber any more
     */
    void emit(AgentEvent event) {
        while (sink.requestedFromDownstream() == 0 && !isCancelled()) {
            LockSupport.park(this);
        }
        if (isCancelled()) {
            throw new RunCancelled();
        }
        sink.next(event);
    }

    boolean isCancelled() {
        return sink.isCancelled() || worker.isInterrupted();
    }

    /**
     * Waits for a value, in the subscriber's context. To cancel the run cancels this subscription.
     *
     * @throws RunCancelled if the run was cancelled meanwhile
     */
    <T> T await(Mono<T> mono) {
        try {
            return mono.contextWrite(context).blockOptional()
                    .orElseThrow(() -> new IllegalStateException("a port gave nothing where it promises a value"));
        } catch (RuntimeException e) {
            if (isCancelled()) {
                throw new RunCancelled();
            }
            throw e;
        }
    }
}
