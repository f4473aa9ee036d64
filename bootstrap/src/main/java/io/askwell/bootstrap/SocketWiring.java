package io.askwell.bootstrap;

import io.askwell.rest.http.HttpSettings;
import io.askwell.rest.http.HttpSettings.Origin;
import io.askwell.socket.SocketSettings;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The terms of Socket.IO and of the plain WebSocket from the environment. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketWiring.SocketProperties.class)
class SocketWiring {

    /** See {@link SocketSettings}. */
    @ConfigurationProperties("askwell.socket")
    record SocketProperties(Duration pingInterval, Duration pingTimeout, Duration upgradeTimeout,
            Duration connectTimeout, DataSize maxPayload, DataSize maxBuffered, int maxClients, int maxClientsPerIp,
            int questionsAtOnce) {
        SocketProperties {
            requireSome("SOCKET_PING_INTERVAL", pingInterval.toMillis());
            requireSome("SOCKET_PING_TIMEOUT", pingTimeout.toMillis());
            requireSome("SOCKET_UPGRADE_TIMEOUT", upgradeTimeout.toMillis());
            requireSome("SOCKET_CONNECT_TIMEOUT", connectTimeout.toMillis());
            requireSome("SOCKET_MAX_PAYLOAD", maxPayload.toBytes());
            requireSome("SOCKET_MAX_BUFFERED", maxBuffered.toBytes());
            requireSome("SOCKET_CLIENTS", maxClients);
            requireSome("SOCKET_CLIENTS_PER_IP", maxClientsPerIp);
            requireSome("SOCKET_QUESTIONS_AT_ONCE", questionsAtOnce);
        }

        private static void requireSome(String name, long value) {
            if (value < 1 || value > Integer.MAX_VALUE) {
                throw new StartupProblem("%s is %d.".formatted(name, value),
                        "Set %s to more than nothing and less than 2 GB.".formatted(name));
            }
        }
    }

    @Bean
    SocketSettings socketSettings(SocketProperties properties, HttpSettings http) {
        return new SocketSettings(properties.pingInterval(), properties.pingTimeout(), properties.upgradeTimeout(),
                properties.connectTimeout(), Math.toIntExact(properties.maxPayload().toBytes()),
                Math.toIntExact(properties.maxBuffered().toBytes()), properties.maxClients(),
                properties.maxClientsPerIp(), properties.questionsAtOnce(),
                http.origins().stream().map(Origin::value).collect(Collectors.toSet()));
    }
}
