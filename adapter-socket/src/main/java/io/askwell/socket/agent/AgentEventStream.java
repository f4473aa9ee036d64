package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.failure.Invalid;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A question whose answer is watched as it is made. */
final class AgentEventStream {
    private final AgentQuery agent;
    private final SseFormat format;

    AgentEventStream(AgentQuery agent, SseFormat format) {
        this.agent = agent;
        this.format = format;
    }

    /** The body of a question; nothing in it is checked yet. */
    record QuestionFrame(@Nullable String question, @Nullable String conversationId, @Nullable String mode) {}

    Mono<ServerResponse> ask(ServerRequest request) {
        requireJson(request);
        return Mono.zip(request.bodyToMono(QuestionFrame.class).switchIfEmpty(
                Mono.error(() -> new Invalid("body", "must be a JSON object"))),
                request.principal().map(Principal::getName)).flatMap(read -> {
                    var question = Question.parse(read.getT1().question());
                    var conversation = Optional.ofNullable(read.getT1().conversationId()).map(ConversationId::parse);
                    var mode = Optional.ofNullable(read.getT1().mode()).map(Mode::parse);
                    return respond(question, agent.ask(new Ask(new Caller(read.getT2()), question, conversation, mode,
                            false)));
                });
    }

    private static void requireJson(ServerRequest request) {
        var type = request.headers().contentType();
        if (type.filter(MediaType.APPLICATION_JSON::includes).isEmpty()) {
            throw type.<ResponseStatusException>map(
                    found -> new UnsupportedMediaTypeStatusException(found,
                            List.of(MediaType.APPLICATION_JSON)))
                    .orElseGet(() -> new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be application/json."));
        }
    }

    private Mono<ServerResponse> respond(Question question, Flux<RunEvent> run) {
        return ServerResponse.ok().contentType(MediaType.TEXT_EVENT_STREAM).headers(SseFormat::describe)
                .body(BodyInserters.fromServerSentEvents(format.of(question, run)));
    }
}
