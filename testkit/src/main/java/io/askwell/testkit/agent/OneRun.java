package io.askwell.testkit.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunNotFound;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.port.in.ManageRuns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only run there is; it belongs to whoever asks for it. */
public record OneRun(Flux<RunEvent> events) implements ManageRuns {
    public static final String ID = "3f0d1a52-7c1e-4f59-9d3c-0a1b2c3d4e5f";

    @Override
    public Mono<Run> begin(Ask ask) {
        return find(ask.caller(), new RunId(ID));
    }

    @Override
    public Mono<Run> find(Caller caller, RunId id) {
        return id.value().equals(ID)
                ? Mono.just(new Run(id, caller, new Question("How many?"), Optional.empty(), Mode.MODEL, true, 1,
                        RunState.RUNNING,
                        Instant.EPOCH, Optional.empty()))
                : Mono.error(new RunNotFound(id));
    }

    @Override
    public Mono<RunPage> list(Caller caller, RunQuery query) {
        return find(caller, new RunId(ID)).map(run -> new RunPage(List.of(run), Optional.empty()));
    }

    @Override
    public Flux<RunEvent> events(Caller caller, RunId id, EventId after) {
        return events.filter(event -> event.id().isAfter(after));
    }

    @Override
    public Mono<Void> cancel(Caller caller, RunId id) {
        return Mono.empty();
    }
}
