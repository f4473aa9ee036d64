package io.askwell.bootstrap.environment;

import io.askwell.bootstrap.Home;
import io.askwell.bootstrap.StartupProblem;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads {@code .env} in the home's root, if there is one; the real environment wins. */
final class DotenvFile implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new MapPropertySource(".env", read(Home.of(environment))));
    }

    private static Map<String, Object> read(Home home) {
        try {
            return Dotenv.configure().directory(home.root().toString()).ignoreIfMissing().load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE).stream()
                    .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (first, second) -> second));
        } catch (DotenvException e) {
            // Its message quotes the line, which may hold a secret.
            throw new StartupProblem("The file %s has a line that is not NAME=value.".formatted(
                    home.root().resolve(".env")), "Write one NAME=value in each line; .env.example shows them.");
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 20;
    }
}
