package io.askwell.socket;

import io.askwell.socket.agent.AgentSocketConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the live channels up. Needs the in-ports and {@link SocketSettings}. */
@Configuration(proxyBeanMethods = false)
@Import({AgentSocketConfiguration.class, SocketIoConfiguration.class})
public class SocketConfiguration {}
