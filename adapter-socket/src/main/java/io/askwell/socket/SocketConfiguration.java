package io.askwell.socket;

import io.askwell.socket.agent.AgentSocketConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the live channels up. Needs the in-ports. */
@Configuration(proxyBeanMethods = false)
@Import(AgentSocketConfiguration.class)
public class SocketConfiguration {}
