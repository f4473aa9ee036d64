package io.askwell.socket.agent;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.socket.ConnectionMeter;
import io.askwell.socket.SocketSettings;
import io.askwell.socket.socketio.Namespace;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Questions over live channels. */
@Configuration(proxyBeanMethods = false)
@Import(WebSocketConfiguration.class)
public class AgentSocketConfiguration {
    /** Often enough for the proxies that give a silent connection up after 30 or 60 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    @Bean
    SseFormat sseFormat() {
        return new SseFormat(HEARTBEAT);
    }

    @Bean
    ConnectionMeter sseMeter(SseFormat format) {
        return new ConnectionMeter("sse", format::open);
    }

    /** Router functions are asked before annotated controllers, so the JSON route gets what this one leaves. */
    @Bean
    RouterFunction<ServerResponse> agentEventStream(AgentQuery agent, SseFormat format) {
        var stream = new AgentEventStream(agent, format);
        return RouterFunctions.route(POST("/agent/query").and(new PrefersEventStream()), stream::ask);
    }

    @Bean
    RunEventsController runEventsController(ManageRuns runs, SseFormat format) {
        return new RunEventsController(runs, format);
    }

    @Bean
    Namespace<Asker> questionNamespace(AgentQuery agent, ManageRuns runs, Authenticate authenticate,
            SocketSettings settings) {
        return new QuestionNamespace(agent, runs, new KeyAtConnect(authenticate), settings.questionsAtOnce());
    }
}
