package io.askwell.socket.agent;

import io.askwell.domain.access.ApiKeys;
import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.agent.port.in.OpenedRun;
import io.askwell.socket.Origins;
import io.askwell.socket.engineio.EngineSettings;
import io.askwell.socket.socketio.SocketServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Askwell's Socket.IO, from the namespace of questions down to the network, with runs that need neither a database nor a
 * model: the question is the number of chunks that answer it, as fast as the client takes them. PORT and API_KEY are those of
 * the environment.
 */
public final class BurstServer {
    private static final AgentEvent CHUNK = new AnswerChunk("word ");
    private static final EngineSettings SETTINGS = new EngineSettings(Duration.ofSeconds(25), Duration.ofSeconds(20),
            Duration.ofSeconds(10), 65_536, 1_048_576, 20_000, 20_000);

    private BurstServer() {}

    public static void main(String[] arguments) {
        var keys = ApiKeys.parse("benchmark:" + System.getenv("API_KEY"));
        AgentQuery agent = ask -> Mono.fromSupplier(() -> chunks(Integer.parseInt(ask.question().text())));
        var sockets = new SocketServer(SETTINGS, Duration.ofSeconds(10), new Origins(Set.of()),
                Map.of("/", new QuestionNamespace(agent, new NoRuns(), new KeyAtConnect(keys::owner), 16)),
                JsonMapper.shared(), Schedulers.parallel(), handshake -> "here");
        HttpServer.create().host("127.0.0.1").port(Integer.parseInt(System.getenv("PORT")))
                .handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.webHandler(sockets).build())).bindNow()
                .onDispose().block();
    }

    private static OpenedRun chunks(int count) {
        var id = new RunId(UUID.randomUUID().toString());
        return new OpenedRun(id, Flux.range(1, count).map(place -> new RunEvent(id, new EventId(1, place), CHUNK)));
    }

    /** Nobody takes a run up again here. */
    private static final class NoRuns implements ManageRuns {
        @Override
        public Mono<Run> begin(Ask ask) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Run> find(Caller caller, RunId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<RunPage> list(Caller caller, RunQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<RunEvent> events(Caller caller, RunId id, EventId after) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> cancel(Caller caller, RunId id) {
            throw new UnsupportedOperationException();
        }
    }
}
