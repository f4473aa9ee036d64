package io.askwell.rest.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Transcript;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /agent}, for callers that wait for the whole answer. Those that watch it being made are served elsewhere. */
@RestController
@Tag(name = "Agent")
class AgentController {
    private static final String STREAM = """
        event:sqlQuery
        id:1.6
        data:{"runId":"6f1c…","id":"1.6","sql":"SELECT count(*) FROM public.orders","origin":"grammar"}

        event:answerComplete
        id:1.12
        data:{"runId":"6f1c…","id":"1.12","outcome":"answered","answer":"There are 3 orders.", …}
        """;
    private final AgentQuery agent;

    AgentController(AgentQuery agent) {
        this.agent = agent;
    }

    @PostMapping(path = "/agent/query", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Answers a question in plain English", description = "As JSON it waits for the answer. With `Accept: text/event-stream` it streams the events step, thought, sqlQuery, queryResult, answerChunk, answerComplete and error as they happen.")
    @ApiResponse(responseCode = "200", description = "The answer, also where the question was declined or needs to be made clearer", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = AnswerResponse.class)),
            @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"), examples = @ExampleObject(STREAM))})
    @ApiResponse(responseCode = "400", description = "The question or the mode is wrong")
    @ApiResponse(responseCode = "503", description = "The model or the database is not available, or the deadline passed")
    Mono<AnswerResponse> query(@RequestBody QuestionRequest request, Principal principal) {
        var question = Question.parse(request.question());
        var ask = new Ask(new Caller(principal.getName()), question,
                Optional.ofNullable(request.mode()).map(Mode::parse));
        return agent.ask(ask).collectList().map(Transcript::of)
                .map(transcript -> AnswerResponse.of(question, transcript));
    }
}
