package io.askwell.socket.agent;

import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.socket.ConnectionMeter;
import io.askwell.socket.SocketSettings;
import io.askwell.socket.agent.QuestionDialogue.Services;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

/** Questions over a plain WebSocket. */
@Configuration(proxyBeanMethods = false)
class WebSocketConfiguration {
    /** What is needed of a handshake is read from its request: a copy of the headers would cost each client a kilobyte. */
    private static final HandshakeInfo NOTHING = new HandshakeInfo(URI.create("/"), HttpHeaders.EMPTY, Mono.empty(),
            null);

    @Bean
    OpenConnections openConnections(SocketSettings settings) {
        return new OpenConnections(settings.maxClients(), settings.maxClientsPerAddress());
    }

    @Bean
    ConnectionMeter webSocketMeter(OpenConnections connections) {
        return new ConnectionMeter("websocket", connections::count);
    }

    @Bean
    QuestionSocketController questionSocketController(AgentQuery agent, ManageRuns runs, Authenticate authenticate,
            SocketSettings settings, OpenConnections connections, JsonMapper json) {
        var upgrade = new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(settings.maxPayload())
                        // Else they are answered past everything that waits, read or not.
                        .handlePing(true));
        return new QuestionSocketController(new Services(agent, runs, authenticate), settings, connections,
                new HandshakeWebSocketService((exchange, handler, protocol, info) -> upgrade.upgrade(exchange, handler,
                        protocol, () -> NOTHING)),
                json);
    }
}
