package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.ClientAddress;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.agent.port.in.OpenedRun;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs that are made as they are watched. {@code "20 small"} has twenty chunks and an end; {@code "20 never"} the chunks and no
 * end; {@code "0 big"} one long chunk after another; {@code "0 broken"} what nobody can write; {@code fail} fails before anything begins. None is found again.
 */
final class EndlessRuns implements AgentQuery, ManageRuns {
    static final int BIG = 16_384;
    final List<Ask> asked = new CopyOnWriteArrayList<>();
    final List<Object> addresses = new CopyOnWriteArrayList<>();
    final AtomicInteger watchers = new AtomicInteger();
    /** How many long chunks were taken. */
    final AtomicLong taken = new AtomicLong();

    @Override
    public Mono<OpenedRun> open(Ask ask) {
        return Mono.deferContextual(context -> {
            asked.add(ask);
            addresses.add(context.get(ClientAddress.NAME));
            if (ask.question().text().equals("fail")) {
                return Mono.error(new AgentUnavailable("There is no agent today."));
            }
            watchers.incrementAndGet();
            var id = new RunId(UUID.randomUUID().toString());
            return Mono.just(new OpenedRun(id, script(ask.question().text().split(" "))
                    .index((place, event) -> new RunEvent(id, new EventId(1, place + 1), event))
                    .doFinally(end -> watchers.decrementAndGet())));
        });
    }

    /** What cannot be written as JSON. */
    public static final class Broken {
        public String getValue() {
            throw new IllegalStateException("on purpose");
        }
    }

    private Flux<AgentEvent> script(String... words) {
        Flux<AgentEvent> chunks = Flux.range(0, Integer.parseInt(words[0]))
                .map(number -> new AnswerChunk(number + " "));
        AgentEvent end = new Completed(new Verdict.Declined(), "done", TokenUsage.NONE, List.of());
        return switch (words[1]) {
            case "never" -> chunks.concatWith(Flux.never());
            case "broken" -> Flux.just(new RowsRead(new Rows(List.of("a"), List.of(List.of(new Broken())), false)));
            case "big" -> Flux.generate(sink -> {
                taken.incrementAndGet();
                sink.next(new AnswerChunk("x".repeat(BIG)));
            });
            default -> chunks.concatWithValues(end);
        };
    }

    @Override
    public Mono<Run> begin(Ask ask) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Run> find(Caller caller, RunId id) {
        return Mono.error(new RunNotFound(id));
    }

    @Override
    public Mono<RunPage> list(Caller caller, RunQuery query) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Flux<RunEvent> events(Caller caller, RunId id, EventId after) {
        return Flux.error(new RunNotFound(id));
    }

    @Override
    public Mono<Void> cancel(Caller caller, RunId id) {
        return Mono.error(new RunNotFound(id));
    }
}
