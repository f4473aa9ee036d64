package io.askwell.testkit.model;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An OpenAI-compatible server that replies by script. A rule that matches goes first; else the next reply of the queue is
 * taken; else the answer is status 500.
 *
 * <pre>
 * try (var model = ScriptedModel.start()) {
 *     model.reply(ScriptedReply.runSql("All orders.", "SELECT count(*) FROM orders"),
 *             ScriptedReply.text("There ", "are ", "3.").every(Duration.ofMillis(20)));
 *     ...
 *     assertThat(model.call(1).body()).contains("run_sql");
 * }
 * </pre>
 */
public final class ScriptedModel implements AutoCloseable {
    /** Long enough for what was written to leave the machine before the connection is reset. */
    private static final Duration UNTIL_WRITTEN = Duration.ofMillis(50);
    /** Long enough for the client to have read it: a reset takes with it what was not read. */
    private static final Duration UNTIL_READ = Duration.ofMillis(500);

    private record Rule(Predicate<ModelCall> matches, ScriptedReply reply) {}

    private final Queue<ScriptedReply> queue = new ConcurrentLinkedQueue<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<ModelCall> calls = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    private ScriptedModel() {
        server = HttpServer.create().host("127.0.0.1").port(0).childOption(ChannelOption.SO_SNDBUF, 16 * 1024)
                .route(routes -> routes.post("/v1/chat/completions", this::serve)).bindNow();
    }

    public static ScriptedModel start() {
        return new ScriptedModel();
    }

    /** Address with the API's version, as clients want it. */
    public String baseUrl() {
        return "http://127.0.0.1:%d/v1".formatted(server.port());
    }

    /** Adds replies to the queue; each is used once. */
    public void reply(ScriptedReply... replies) {
        queue.addAll(List.of(replies));
    }

    /** Adds a rule, which is used for every call that matches. */
    public void replyWhen(Predicate<ModelCall> matches, ScriptedReply reply) {
        rules.add(new Rule(matches, reply));
    }

    /** Drops the script and the calls so far. */
    public void forget() {
        queue.clear();
        rules.clear();
        calls.clear();
    }

    /** The calls so far, in the order in which they came. */
    public List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * A call, for which this waits if it has not come yet.
     *
     * @param number from 1
     * @throws ConditionTimeoutException if it does not come
     */
    public ModelCall call(int number) {
        await().alias("call " + number).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(calls::size, size -> size >= number);
        return calls.get(number - 1);
    }

    private Publisher<Void> serve(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString(UTF_8).defaultIfEmpty("").flatMap(body -> {
            var call = new ModelCall(body, request.requestHeaders());
            response.withConnection(connection -> connection.channel().closeFuture()
                    .addListener(closed -> call.connectionClosed()));
            ScriptedReply reply = choose(call);
            calls.add(call);
            return Mono.delay(reply.headersAfter).then(Mono.defer(() -> send(reply, call, response)));
        });
    }

    private ScriptedReply choose(ModelCall call) {
        return rules.stream().filter(rule -> rule.matches().test(call)).map(Rule::reply).findFirst()
                .or(() -> Optional.ofNullable(queue.poll()))
                .orElseGet(() -> ScriptedReply.status(500, "the script has no more replies"));
    }

    private static Mono<Void> send(ScriptedReply reply, ModelCall call, HttpServerResponse response) {
        response.status(reply.status);
        reply.headers.forEach(response::header);
        if (reply.status != 200) {
            response.header("Content-Type", "application/json");
            return response.sendString(Mono.just(reply.errorBody)).then().doOnSuccess(done -> call.end());
        }
        response.header("Content-Type", "text/event-stream");
        if (reply.cutAfter >= 0) {
            byte[] beginning = Arrays.copyOf(reply.stream().getBytes(UTF_8), reply.cutAfter);
            return response.send(Flux.just(Unpooled.wrappedBuffer(beginning))
                    .concatWith(Mono.defer(() -> end(reply, call, response)).then(Mono.empty())), one -> true).then();
        }
        var deltas = Flux.fromIterable(reply.deltas);
        var tokens = (reply.heldAfter < 0
                ? deltas
                : deltas.take(reply.heldAfter).concatWith(reply.letGoOn.thenMany(deltas.skip(reply.heldAfter))))
                .map(Chunks::delta).doOnNext(token -> call.sentToken());
        var events = (reply.pace.isZero() ? tokens : tokens.delayElements(reply.pace))
                .concatWith(Flux.fromIterable(reply.lastEvents()))
                .concatWith(Mono.defer(() -> end(reply, call, response)));
        return response.send(events.map(event -> Unpooled.copiedBuffer(ScriptedReply.event(event), UTF_8)), one -> true)
                .then();
    }

    private static Mono<String> end(ScriptedReply reply, ModelCall call, HttpServerResponse response) {
        return switch (reply.ending) {
            case STALLED, KEPT_OPEN -> Mono.never();
            case RESET -> Mono.delay(reply.cutAfter >= 0 ? UNTIL_WRITTEN : UNTIL_READ).then(Mono.fromRunnable(() -> {
                call.end();
                response.withConnection(connection -> reset(connection.channel()));
            })).then(Mono.never());
            case WHOLE, EARLY, ERROR -> Mono.fromRunnable(call::end);
        };
    }

    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        var _ = channel.close();
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
    }
}
