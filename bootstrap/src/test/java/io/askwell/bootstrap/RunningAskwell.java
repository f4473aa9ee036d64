package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;

import io.askwell.testkit.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The whole application, started the way its main method starts it, on a port of its own. */
public final class RunningAskwell implements AutoCloseable {
    public static final String KEY = "test-key";
    private final ConfigurableApplicationContext context;

    private RunningAskwell(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On the given database. */
    public static RunningAskwell on(TestDatabase database, String... settings) {
        return start(Stream.concat(Stream.of("DB_HOST=" + database.host(), "DB_PORT=" + database.port(),
                "DB_NAME=" + database.name(), "DB_USER=" + database.user(), "DB_PASS=" + database.password(),
                "API_KEY=" + KEY), Stream.of(settings)).toArray(String[]::new));
    }

    /** With settings such as {@code API_KEY=secret}, in a home of its own unless they name one. */
    public static RunningAskwell start(String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0"));
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith("ASKWELL_HOME="))) {
            arguments.add("--ASKWELL_HOME=" + newHome());
        }
        Stream.of(settings).map(setting -> "--" + setting).forEach(arguments::add);
        return new RunningAskwell(SpringApplication.run(Askwell.class, arguments.toArray(String[]::new)));
    }

    private static String newHome() {
        try {
            return Files.createTempDirectory("askwell").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** What the application is made of. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** A client without a key. */
    public WebTestClient anonymous() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port())
                .responseTimeout(PATIENCE).build();
    }

    public WebTestClient client() {
        return anonymous().mutate().defaultHeader("X-API-Key", KEY).build();
    }

    /** Asks and waits for the answer. */
    public WebTestClient.ResponseSpec ask(String question) {
        return post(question, MediaType.APPLICATION_JSON);
    }

    /** Asks and waits for the answer, which must come. */
    public Map<String, Object> answer(String question) {
        EntityExchangeResult<Map<String, Object>> result = ask(question).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {
                }).returnResult();
        return result.getResponseBody();
    }

    /** The names of an answer's steps, in order. */
    public static List<String> stepNames(Map<String, Object> answer) {
        return ((List<?>) answer.get("steps")).stream().map(step -> String.valueOf(((Map<?, ?>) step).get("name")))
                .toList();
    }

    /** Asks and watches. */
    public Flux<ServerSentEvent<Map<String, Object>>> events(String question) {
        return post(question, MediaType.TEXT_EVENT_STREAM).expectStatus().isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {
                })
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec post(String question, MediaType accept) {
        return client().post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON).accept(accept)
                .bodyValue(Map.of("question", question)).exchange();
    }

    @Override
    public void close() {
        context.close();
    }
}
