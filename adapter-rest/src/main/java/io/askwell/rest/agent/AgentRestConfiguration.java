package io.askwell.rest.agent;

import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.agent.port.in.ManageRuns;
import io.askwell.domain.agent.port.in.TryQuestion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questions over JSON. */
@Configuration(proxyBeanMethods = false)
public class AgentRestConfiguration {
    @Bean
    AgentController agentController(AgentQuery agent, ManageRuns runs) {
        return new AgentController(agent, runs);
    }

    @Bean
    DryRunController dryRunController(TryQuestion questions) {
        return new DryRunController(questions);
    }

    @Bean
    RunController runController(ManageRuns runs) {
        return new RunController(runs);
    }
}
