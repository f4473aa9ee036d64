package io.askwell.bootstrap.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.bootstrap.StartupProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ModelProviderTest {
    @Test
    void thereIsNoModelWhereNothingIsSaid() {
        assertThat(properties()).isEmpty();
        assertThat(properties("LLM_BASE_URL", " ", "LLM_MODEL", "m", "OPENAI_API_KEY", "")).isEmpty();
    }

    @Test
    void anAddressAndAModelAreTakenAsTheyAre() {
        assertThat(properties("LLM_BASE_URL", "http://localhost:11434/v1", "LLM_MODEL", "llama3", "LLM_API_KEY", "k"))
                .isEqualTo(model("http://localhost:11434/v1", "k", "llama3"));
    }

    @Test
    void theKeyOfNebiusIsEnough() {
        assertThat(properties("NEBIUS_API_KEY", "n")).isEqualTo(
                model("https://api.studio.nebius.com/v1/", "n", "meta-llama/Llama-3.3-70B-Instruct"));
    }

    @Test
    void theKeyOfOpenAiIsEnough() {
        assertThat(properties("OPENAI_API_KEY", "o", "LLM_MODEL", "gpt-4o"))
                .isEqualTo(model("https://api.openai.com/v1/", "o", "gpt-4o"));
    }

    @Test
    void aKeyThatBelongsToNobodyIsNotSentAnywhere() {
        assertThatThrownBy(() -> properties("LLM_API_KEY", "s3cret")).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("LLM_BASE_URL").hasMessageNotContaining("s3cret");
    }

    private static Map<String, Object> model(String baseUrl, String key, String model) {
        return Map.of("askwell.model.base-url", baseUrl, "askwell.model.api-key", key, "askwell.model.model", model);
    }

    private static Map<String, Object> properties(String... settings) {
        var environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        return ModelProvider.properties(environment);
    }
}
