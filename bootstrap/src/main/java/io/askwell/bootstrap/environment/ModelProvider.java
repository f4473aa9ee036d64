package io.askwell.bootstrap.environment;

import io.askwell.bootstrap.Setting;
import io.askwell.bootstrap.StartupProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;

/**
 * Which model: LLM_BASE_URL, LLM_API_KEY and LLM_MODEL say it in full; the key of a known provider alone means that
 * provider's address and a sensible model of its own.
 */
final class ModelProvider implements EnvironmentPostProcessor, Ordered {

    /** A provider whose key is enough. */
    private enum Known {
        NEBIUS("NEBIUS_API_KEY", "https://api.studio.nebius.com/v1/", "meta-llama/Llama-3.3-70B-Instruct"),
        OPENAI("OPENAI_API_KEY", "https://api.openai.com/v1/", "gpt-4o-mini");

        private final String keyName;
        private final String baseUrl;
        private final String model;

        Known(String keyName, String baseUrl, String model) {
            this.keyName = keyName;
            this.baseUrl = baseUrl;
            this.model = model;
        }
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("model provider", properties(environment)));
    }

    /**
     * The properties of {@code askwell.model} that follow from the environment; none if there is no model.
     *
     * @throws StartupProblem if there is a key of nobody knows which provider
     */
    static Map<String, Object> properties(PropertyResolver environment) {
        Optional<Known> known = Stream.of(Known.values()).filter(it -> Setting.of(environment, it.keyName).isPresent())
                .findFirst();
        if (Setting.of(environment, "LLM_BASE_URL").isEmpty() && Setting.of(environment, "LLM_API_KEY").isPresent()) {
            throw new StartupProblem("LLM_API_KEY is set, but LLM_BASE_URL does not say whose key it is.",
                    "Set LLM_BASE_URL to the provider's address, such as %s.".formatted(Known.NEBIUS.baseUrl));
        }
        var properties = new LinkedHashMap<String, Object>();
        Setting.of(environment, "LLM_BASE_URL").or(() -> known.map(it -> it.baseUrl)).ifPresent(baseUrl -> {
            properties.put("askwell.model.base-url", baseUrl);
            properties.put("askwell.model.api-key", Setting.of(environment, "LLM_API_KEY")
                    .or(() -> known.flatMap(it -> Setting.of(environment, it.keyName))).orElse(""));
            properties.put("askwell.model.model", Setting.of(environment, "LLM_MODEL")
                    .orElse(known.map(it -> it.model).orElse(Known.NEBIUS.model)));
        });
        return properties;
    }

    /** After {@link DotenvFile}. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
