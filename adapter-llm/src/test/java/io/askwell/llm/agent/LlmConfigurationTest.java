package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import io.askwell.testkit.agent.SampleSchema;
import io.askwell.testkit.agent.ScriptedInterpreter;
import io.askwell.testkit.agent.ScriptedQueries;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LlmConfigurationTest {
    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(LlmConfiguration.class)
            .withBean(SchemaCatalog.class, SampleSchema::catalog)
            .withBean(ReadOnlyQueries.class, () -> ScriptedQueries.oneRow("n", 1L))
            .withBean(Interpreter.class, () -> ScriptedInterpreter.declining("no"))
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void withoutAnAddressThereIsNoModel() {
        app.run(context -> assertThat(context.getBean(Agent.class).hasModel()).isFalse());
        app.withPropertyValues("askwell.model.base-url=").run(
                context -> assertThat(context.getBean(Agent.class).hasModel()).isFalse());
    }

    @Test
    void withAnAddressThereIsAModelWithTheUsualPatience() {
        app.withPropertyValues("askwell.model.base-url=http://localhost:11434/v1", "askwell.model.model=llama3",
                "askwell.model.token-timeout=5s").run(context -> {
                    assertThat(context.getBean(Agent.class).hasModel()).isTrue();
                    var settings = context.getBean(ModelSettings.class);
                    assertThat(settings.temperature()).isZero();
                    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
                    assertThat(settings.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(30));
                    assertThat(settings.tokenTimeout()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(settings.maxRepairs()).isEqualTo(2);
                });
    }

    @Test
    void anAddressWithoutAModelStopsTheStart() {
        app.withPropertyValues("askwell.model.base-url=http://localhost:11434/v1").run(
                context -> assertThat(context).getFailure().rootCause().hasMessageContaining("needs a model's name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:11434", "ftp://host/v1", "http://", "http://a b"})
    void whatIsNoAddressStopsTheStart(String address) {
        assertThatThrownBy(() -> ModelSettings.at(address, null, "m")).hasMessageContaining("not an http address");
    }

    @Test
    void theKeyDoesNotReachALog() {
        assertThat(ModelSettings.at("http://host/v1", "sk-secret", "m").toString()).doesNotContain("sk-secret");
    }

    @Test
    void theBareSettingsHaveTheSameDefaultsAsTheBoundOnes() {
        app.run(context -> assertThat(context.getBean(ModelSettings.class))
                .usingRecursiveComparison().isEqualTo(ModelSettings.none()));
    }
}
