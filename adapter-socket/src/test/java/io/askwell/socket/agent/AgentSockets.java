package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;

import io.askwell.domain.access.ApiKeys;
import io.askwell.socket.LocalServer;
import io.askwell.socket.Origins;
import io.askwell.socket.engineio.EngineSettings;
import io.askwell.socket.socketio.SocketServer;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.json.JsonMapper;

/** Questions over Socket.IO on a real server, with runs that follow a script. */
final class AgentSockets implements AutoCloseable {
    static final EngineSettings USUAL = new EngineSettings(FOREVER, PATIENCE, PATIENCE, 65_536, 1_000_000, 1_000,
            1_000);
    /** So that a client which goes over to a WebSocket does so in the midst of an answer. */
    private static final Duration BEFORE_UPGRADE = Duration.ofMillis(300);
    final ScriptedRuns runs = new ScriptedRuns();
    final SocketServer socketServer;
    final LocalServer server;

    private AgentSockets(EngineSettings settings) {
        var keys = ApiKeys.parse("alice:alice-key,bob:bob-key");
        var namespace = new QuestionNamespace(runs, runs, new KeyAtConnect(keys::owner), 4);
        socketServer = new SocketServer(settings, PATIENCE, new Origins(Set.of()), Map.of("/", namespace),
                JsonMapper.shared(), Schedulers.parallel(), handshake -> "here");
        server = LocalServer.of(exchange -> isUpgrade(exchange.getRequest())
                ? Mono.delay(BEFORE_UPGRADE, eventLoop(exchange.getRequest())).then(socketServer.handle(exchange))
                : socketServer.handle(exchange));
    }

    /** Where the request would be handled at once. A handshake made elsewhere can lose what the client sends right after it. */
    private static Scheduler eventLoop(ServerHttpRequest request) {
        var loop = new AtomicReference<EventLoop>();
        HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(request);
        connected.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return Schedulers.fromExecutorService(loop.get());
    }

    private static boolean isUpgrade(ServerHttpRequest request) {
        return request.getHeaders().getUpgrade() != null && request.getQueryParams().containsKey("sid");
    }

    static AgentSockets start() {
        return new AgentSockets(USUAL);
    }

    static AgentSockets start(EngineSettings settings) {
        return new AgentSockets(settings);
    }

    @Override
    public void close() {
        server.close();
    }
}
