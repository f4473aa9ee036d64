package io.askwell.rest.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Transcript;
import io.askwell.domain.agent.port.in.AgentQuery;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /agent}, for callers that wait for the whole answer. Those that watch it being made are served elsewhere. */
@RestController
class AgentController {
    private final AgentQuery agent;

    AgentController(AgentQuery agent) {
        this.agent = agent;
    }

    @PostMapping(path = "/agent/query", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<AnswerResponse> query(@RequestBody QuestionRequest request, Principal principal) {
        var question = Question.parse(request.question());
        var ask = new Ask(new Caller(principal.getName()), question,
                Optional.ofNullable(request.mode()).map(Mode::parse));
        return agent.ask(ask).collectList().map(Transcript::of)
                .map(transcript -> AnswerResponse.of(question, transcript));
    }
}
