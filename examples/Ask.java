import java.io.EOFException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Asks over server-sent events with WebClient: {@code java -cp … Ask.java "Who spent the most?"}. KEY is the key; ASKWELL the
 * server, if not http://localhost:8080. Needs spring-webflux, reactor-netty-http and Jackson.
 */
public final class Ask {
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS =
            new ParameterizedTypeReference<>() {};
    private final WebClient askwell;

    Ask(String server, String key) {
        askwell = WebClient.builder().baseUrl(server).defaultHeader("X-API-Key", key).build();
    }

    /**
     * The events of a run, to its end. If the connection breaks, the run is taken up after the last event that was seen; a
     * question whose first event never came is not asked again.
     */
    Flux<ServerSentEvent<Map<String, Object>>> ask(String question) {
        var last = new AtomicReference<ServerSentEvent<Map<String, Object>>>();
        return Flux.defer(() -> last.get() == null ? begin(question) : resume(last.get()))
                .doOnNext(last::set)
                // A stream without an end was cut off.
                .concatWith(Mono.error(EOFException::new))
                .takeUntil(event -> "answerComplete".equals(event.event()) || "error".equals(event.event()))
                .retryWhen(Retry.backoff(8, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5))
                        .filter(broken -> last.get() != null && !isRefused(broken)));
    }

    private Flux<ServerSentEvent<Map<String, Object>>> begin(String question) {
        return askwell.post().uri("/agent/query").accept(MediaType.TEXT_EVENT_STREAM)
                .bodyValue(Map.of("question", question)).retrieve().bodyToFlux(EVENTS)
                .filter(event -> event.data() != null);
    }

    private Flux<ServerSentEvent<Map<String, Object>>> resume(ServerSentEvent<Map<String, Object>> last) {
        return askwell.get().uri("/agent/runs/{id}/events", last.data().get("runId"))
                .accept(MediaType.TEXT_EVENT_STREAM).header("Last-Event-ID", last.id()).retrieve()
                .bodyToFlux(EVENTS).filter(event -> event.data() != null);
    }

    private static boolean isRefused(Throwable broken) {
        return broken instanceof WebClientResponseException response && response.getStatusCode().is4xxClientError();
    }

    private static void show(ServerSentEvent<Map<String, Object>> event) {
        Map<String, Object> data = event.data();
        switch (event.event()) {
            case "step" -> {
                if ("finished".equals(data.get("phase"))) {
                    System.err.println(data.get("name") + ": " + data.get("ms") + " ms");
                }
            }
            case "thought" -> System.err.println(data.get("text"));
            case "sqlQuery" -> System.err.println(data.get("sql"));
            case "queryResult" -> System.err.println(((List<?>) data.get("rows")).size() + " rows");
            case "answerChunk" -> {
                System.out.print(data.get("chunk"));
                System.out.flush();
            }
            case "answerComplete" -> System.out.println();
            default -> System.err.println(data.get("message"));
        }
    }

    public static void main(String[] arguments) {
        var server = System.getenv().getOrDefault("ASKWELL", "http://localhost:8080");
        var question = arguments.length > 0 ? arguments[0] : "Who spent the most?";
        try {
            var end = new Ask(server, System.getenv("KEY")).ask(question).doOnNext(Ask::show).blockLast();
            System.exit(end != null && "answerComplete".equals(end.event()) ? 0 : 1);
        } catch (WebClientResponseException | WebClientRequestException | IllegalStateException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }
}
