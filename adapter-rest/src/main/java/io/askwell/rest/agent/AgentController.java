package io.askwell.rest.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Transcript;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code /agent/query}, for callers that wait for the whole answer, and for those that will come back for it. Those that
 * watch it being made are served elsewhere.
 */
@RestController
class AgentController {
    private static final String PREFER = "Prefer";
    private static final String PREFERENCE_APPLIED = "Preference-Applied";
    private static final String RESPOND_ASYNC = "respond-async";
    private final AgentQuery agent;
    private final ManageRuns runs;

    AgentController(AgentQuery agent, ManageRuns runs) {
        this.agent = agent;
        this.runs = runs;
    }

    @PostMapping(path = "/agent/query", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<?>> query(@RequestBody QuestionRequest request, Principal principal,
            @RequestHeader HttpHeaders headers) {
        var question = Question.parse(request.question());
        boolean detached = prefersAsync(headers);
        var ask = new Ask(new Caller(principal.getName()), question,
                Optional.ofNullable(request.conversationId()).map(ConversationId::parse),
                Optional.ofNullable(request.mode()).map(Mode::parse), detached);
        return detached ? begin(ask) : answer(ask);
    }

    private Mono<ResponseEntity<?>> answer(Ask ask) {
        return agent.ask(ask).collectList().map(Transcript::of)
                .map(transcript -> ResponseEntity
                        .ok(AnswerResponse.of(ask.question(), ask.conversation(), transcript)));
    }

    private Mono<ResponseEntity<?>> begin(Ask ask) {
        return runs.begin(ask).map(run -> ResponseEntity.accepted()
                .location(URI.create("/agent/runs/" + run.id().value())).header(PREFERENCE_APPLIED, RESPOND_ASYNC)
                .body(RunResponse.underWay(run)));
    }

    /** By RFC 7240: a list of preferences, each perhaps with parameters. */
    private static boolean prefersAsync(HttpHeaders headers) {
        return headers.getOrDefault(PREFER, List.of()).stream().flatMap(line -> Stream.of(line.split(",", -1)))
                .map(preference -> preference.split(";", 2)[0].strip()).anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }
}
