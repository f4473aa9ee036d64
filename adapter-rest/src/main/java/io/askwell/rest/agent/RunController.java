package io.askwell.rest.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.rest.Cursor;
import io.askwell.rest.NextPage;
import io.askwell.rest.QueryParameters;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /agent/runs}: questions that were asked before, or are being answered. */
@RestController
@RequestMapping("/agent/runs")
class RunController {
    private static final int USUAL_LIMIT = 20;
    private final ManageRuns runs;

    RunController(ManageRuns runs) {
        this.runs = runs;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<List<RunSummary>>> list(ServerHttpRequest request, Principal principal) {
        RunQuery query = query(new QueryParameters(request, "limit", "cursor", "status", "mode", "since", "until",
                "question", "conversationId"));
        return runs.list(caller(principal), query).map(page -> ResponseEntity.ok()
                .headers(headers -> NextPage.link(headers, request, page.next().map(Cursor::encode)))
                .body(page.runs().stream().map(RunSummary::of).toList()));
    }

    private static RunQuery query(QueryParameters parameters) {
        return new RunQuery(new RunQuery.Filter(
                parameters.value("status").map(status -> RunState.parse("status", status)),
                parameters.value("mode").map(Mode::parse),
                parameters.value("conversationId").map(ConversationId::parse), parameters.times("since", "until"),
                parameters.text("question")),
                parameters.value("cursor").map(Cursor::decode), parameters.number("limit").orElse(USUAL_LIMIT));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<RunResponse> find(@PathVariable String id, Principal principal) {
        RunId run = RunId.parse(id);
        Caller caller = caller(principal);
        return runs.find(caller, run).flatMap(found -> found.endedAt().isEmpty()
                ? Mono.just(RunResponse.underWay(found))
                : runs.events(caller, run, EventId.START).collectList().map(all -> RunResponse.ended(found, all)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cancel(@PathVariable String id, Principal principal) {
        return runs.cancel(caller(principal), RunId.parse(id));
    }

    private static Caller caller(Principal principal) {
        return new Caller(principal.getName());
    }
}
