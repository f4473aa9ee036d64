package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.in.ManageRuns;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A run that a client finds again: what happened after the event that it saw last, and goes on to happen. */
@RestController
class RunEventsController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private final ManageRuns runs;
    private final SseFormat format;

    RunEventsController(ManageRuns runs, SseFormat format) {
        this.runs = runs;
        this.format = format;
    }

    @GetMapping(path = "/agent/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> watch(@PathVariable("id") String id,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last, Principal principal) {
        RunId run = RunId.parse(id);
        EventId after = last == null || last.isEmpty() ? EventId.START : EventId.parse(LAST_EVENT_ID, last);
        var caller = new Caller(principal.getName());
        return runs.find(caller, run).map(found -> ResponseEntity.ok().headers(SseFormat::describe)
                .body(format.of(found.question(), runs.events(caller, run, after))));
    }
}
