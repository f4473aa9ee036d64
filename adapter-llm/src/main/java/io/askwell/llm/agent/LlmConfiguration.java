package io.askwell.llm.agent;

import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the {@link Agent}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
public class LlmConfiguration {

    @Bean
    Agent agent(SchemaCatalog catalog, ReadOnlyQueries queries, Interpreter interpreter, Clock clock,
            ModelSettings settings) {
        return LangGraphAgent.create(catalog, queries, interpreter, clock, settings);
    }
}
