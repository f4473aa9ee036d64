package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.failure.Invalid;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A run as server-sent events. A client that goes away ends its run. */
final class AgentEventStream {
    private final AgentQuery agent;
    private final Duration heartbeat;

    /** @param heartbeat between the comments that keep a silent connection open */
    AgentEventStream(AgentQuery agent, Duration heartbeat) {
        this.agent = agent;
        this.heartbeat = heartbeat;
    }

    /** The body of a question; nothing in it is checked yet. */
    record QuestionFrame(@Nullable String question, @Nullable String mode) {}

    Mono<ServerResponse> ask(ServerRequest request) {
        requireJson(request);
        return Mono.zip(request.bodyToMono(QuestionFrame.class).switchIfEmpty(
                Mono.error(() -> new Invalid("body", "must be a JSON object"))),
                request.principal().map(Principal::getName)).flatMap(read -> {
                    var question = Question.parse(read.getT1().question());
                    var mode = Optional.ofNullable(read.getT1().mode()).map(Mode::parse);
                    return respond(question, new Ask(new Caller(read.getT2()), question, mode));
                });
    }

    private static void requireJson(ServerRequest request) {
        var type = request.headers().contentType();
        if (type.filter(MediaType.APPLICATION_JSON::includes).isEmpty()) {
            throw type.<ResponseStatusException>map(
                    found -> new UnsupportedMediaTypeStatusException(found,
                            java.util.List.of(MediaType.APPLICATION_JSON)))
                    .orElseGet(() -> new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be application/json."));
        }
    }

    private Mono<ServerResponse> respond(Question question, Ask ask) {
        Flux<ServerSentEvent<Object>> events = agent.ask(ask).map(event -> EventEncoder.encode(question, event))
                .map(event -> ServerSentEvent.<Object>builder(event.data()).event(event.name()).id(event.id()).build());
        return ServerResponse.ok().contentType(MediaType.TEXT_EVENT_STREAM).cacheControl(CacheControl.noStore())
                // Tells nginx and its kin to pass every event on at once.
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(keptAlive(events)));
    }

    private Flux<ServerSentEvent<Object>> keptAlive(Flux<ServerSentEvent<Object>> events) {
        return Flux.defer(() -> {
            var ended = Sinks.empty();
            Flux<ServerSentEvent<Object>> comments = Flux.interval(heartbeat).onBackpressureDrop()
                    .map(beat -> ServerSentEvent.builder().comment("still here").build())
                    .takeUntilOther(ended.asMono());
            return Flux.merge(events.doOnTerminate(ended::tryEmitEmpty), comments);
        });
    }
}
