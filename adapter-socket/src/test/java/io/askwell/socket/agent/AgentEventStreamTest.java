package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.in.OpenedRun;
import io.askwell.domain.failure.Invalid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AgentEventStreamTest {
    private static final RunId RUN = new RunId("run");
    private static final AgentEvent CHUNK = new AnswerChunk("No");
    private static final Completed END = new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of());
    private final List<Ask> asked = new CopyOnWriteArrayList<>();

    @Test
    void streamsARunAsNamedAndNumberedEvents() {
        StepVerifier.create(events(Flux.just(CHUNK, END)))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("answerChunk");
                    assertThat(event.id()).isEqualTo("1.1");
                    assertThat(event.data()).isEqualTo("{\"runId\":\"run\",\"id\":\"1.1\",\"chunk\":\"No\"}");
                })
                .assertNext(event -> assertThat(event.event()).isEqualTo("answerComplete"))
                .verifyComplete();
    }

    @Test
    void asksInTheNameOfTheKeysOwner() {
        events(Flux.just(END)).blockLast();

        assertThat(asked).singleElement().satisfies(ask -> {
            assertThat(ask.caller().name()).isEqualTo("tester");
            assertThat(ask.question().text()).isEqualTo("How many?");
            assertThat(ask.mode()).contains(Mode.GRAMMAR);
        });
    }

    @Test
    void keepsASilentConnectionOpenWithComments() {
        StepVerifier.create(events(Flux.concat(Flux.just(CHUNK), Flux.never())).skip(1).take(2))
                .assertNext(beat -> assertThat(beat.comment()).isEqualTo("still here")).expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void aClientThatGoesAwayEndsItsRun() {
        var cancelled = new java.util.concurrent.CompletableFuture<Void>();

        events(Flux.concat(Flux.just(CHUNK), Flux.<AgentEvent>never()).doOnCancel(() -> cancelled.complete(null)))
                .take(1).blockLast();

        assertThat(cancelled).succeedsWithin(PATIENCE);
    }

    @Test
    void whatGoesWrongBeforeTheFirstEventIsAnErrorNotAStream() {
        client(Flux.error(new AgentUnavailable("no role"))).post().uri("/agent/query")
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"question\": \"x\"}").exchange().expectStatus()
                .isEqualTo(599);
        client(Flux.just(END)).post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"\"}").exchange().expectStatus().isEqualTo(499);
        client(Flux.just(END)).post().uri("/agent/query").contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange()
                .expectStatus().isEqualTo(415);
        assertThat(asked).hasSize(1);
    }

    private Flux<ServerSentEvent<String>> events(Flux<AgentEvent> run) {
        return client(run).post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \" How many? \", \"mode\": \"grammar\"}").exchange().expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .expectHeader().valueEquals("X-Accel-Buffering", "no")
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {
                }).getResponseBody();
    }

    /** The errors that another adapter turns into problems get statuses here that nothing else gives. */
    private WebTestClient client(Flux<AgentEvent> run) {
        var stream = new AgentEventStream(ask -> {
            asked.add(ask);
            return Mono.just(new OpenedRun(RUN,
                    run.index((place, event) -> new RunEvent(RUN, new EventId(1, place + 1), event))));
        }, new SseFormat(Duration.ofMillis(50)));
        var routes = RouterFunctions.route().POST("/agent/query", stream::ask).build();
        return WebTestClient.bindToRouterFunction(routes).handlerStrategies(HandlerStrategies.builder()
                .exceptionHandler(AgentEventStreamTest::asStatus).build()).webFilter(
                        (exchange, chain) -> chain
                                .filter(exchange.mutate().principal(Mono.just(() -> "tester")).build()))
                .configureClient().responseTimeout(PATIENCE).build();
    }

    private static Mono<Void> asStatus(ServerWebExchange exchange, Throwable error) {
        int status = switch (error) {
            case AgentUnavailable unavailable -> 599;
            case Invalid invalid -> 499;
            default -> 0;
        };
        if (status == 0) {
            return Mono.error(error);
        }
        exchange.getResponse().setRawStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
