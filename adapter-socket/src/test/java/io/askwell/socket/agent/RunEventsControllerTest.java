package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.testkit.agent.OneRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a run is taken up again. What becomes of errors is tested where the whole server runs. */
class RunEventsControllerTest {
    private static final Flux<RunEvent> RUN = Flux.<AgentEvent>just(new Thought("one"), new Thought("two"),
            new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of()))
            .index((place, event) -> new RunEvent(new RunId(OneRun.ID), new EventId(1, place + 1), event));
    private final WebTestClient client = WebTestClient
            .bindToController(new RunEventsController(new OneRun(RUN), new SseFormat(FOREVER)))
            .webFilter((exchange, chain) -> chain.filter(
                    exchange.mutate().principal(Mono.just(() -> "tester")).build()))
            .configureClient().responseTimeout(PATIENCE).build();

    @Test
    void aRunIsTakenUpAfterTheEventThatTheClientSawLast() {
        assertThat(ids("1.1")).containsExactly("1.2", "1.3");
        assertThat(ids("1.3")).isEmpty();
        assertThat(ids("")).containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void noProxyHoldsTheEventsBack() {
        client.get().uri("/agent/runs/{id}/events", OneRun.ID).exchange().expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .expectHeader().valueEquals("X-Accel-Buffering", "no")
                .expectHeader().valueEquals("Cache-Control", "no-store");
    }

    private List<String> ids(String after) {
        return client.get().uri("/agent/runs/{id}/events", OneRun.ID).header("Last-Event-ID", after).exchange()
                .expectStatus().isOk().returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {
                }).getResponseBody().map(ServerSentEvent::id).collectList().block(PATIENCE);
    }
}
