package io.askwell.socket;

import io.askwell.domain.access.ClientAddress;
import io.askwell.socket.engineio.EngineSettings;
import io.askwell.socket.engineio.Handshake;
import io.askwell.socket.socketio.Namespace;
import io.askwell.socket.socketio.SocketServer;
import java.net.InetSocketAddress;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Socket.IO on the port of everything else. */
@Configuration(proxyBeanMethods = false)
class SocketIoConfiguration {
    private static final String PATH = "/socket.io/**";

    @Bean
    SocketServer socketServer(SocketSettings settings, Namespace<?> questions, JsonMapper json) {
        return new SocketServer(engine(settings), settings.connectTimeout(), new Origins(settings.origins()),
                Map.of("/", questions), json, Schedulers.parallel(), SocketIoConfiguration::place);
    }

    /** After the routes, which most requests are for, and before the mapping of static files, which takes every path. */
    @Bean
    HandlerMapping socketMapping(SocketServer server) {
        return new SimpleUrlHandlerMapping(Map.of(PATH, server), 1);
    }

    @Bean
    ConnectionMeter pollingMeter(SocketServer server) {
        return new ConnectionMeter("socketio-polling", () -> server.clients() - server.webSockets());
    }

    @Bean
    ConnectionMeter socketIoMeter(SocketServer server) {
        return new ConnectionMeter("socketio-websocket", server::webSockets);
    }

    @Bean
    SocketShutdown socketShutdown(SocketServer server) {
        return new SocketShutdown(server);
    }

    private static EngineSettings engine(SocketSettings settings) {
        return new EngineSettings(settings.pingInterval(), settings.pingTimeout(), settings.upgradeTimeout(),
                settings.maxPayload(), settings.maxBuffered(), settings.maxClients(),
                settings.maxClientsPerAddress());
    }

    private static Object place(Handshake handshake) {
        InetSocketAddress remote = handshake.remoteAddress();
        return remote == null ? "unknown" : ClientAddress.of(remote);
    }
}
