package io.askwell.rest.agent;

import io.askwell.domain.agent.port.in.AgentQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questions over JSON. */
@Configuration(proxyBeanMethods = false)
public class AgentRestConfiguration {
    @Bean
    AgentController agentController(AgentQuery agent) {
        return new AgentController(agent);
    }
}
