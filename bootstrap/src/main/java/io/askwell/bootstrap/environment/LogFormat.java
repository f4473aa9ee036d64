package io.askwell.bootstrap.environment;

import io.askwell.bootstrap.Setting;
import io.askwell.bootstrap.StartupProblem;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;

/** LOG_FORMAT says whether the log is for people or for machines: one JSON object in each line. */
public final class LogFormat implements EnvironmentPostProcessor, Ordered {
    private static final String CONSOLE = "logging.structured.format.console";
    private static final String MEMBER = "logging.structured.json.rename.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("log format", properties(environment)));
    }

    /** @throws StartupProblem if LOG_FORMAT is neither */
    static Map<String, Object> properties(PropertyResolver environment) {
        return switch (Setting.of(environment, "LOG_FORMAT").orElse("text")) {
            // Said outright: Spring keeps the format for the whole JVM, and would keep one that was there before.
            case "text" -> Map.of(CONSOLE, "");
            case "json" -> Map.of(CONSOLE, "logstash", MEMBER + "[@timestamp]", "time", MEMBER + "logger_name",
                    "logger", MEMBER + "thread_name", "thread", MEMBER + "stack_trace", "stackTrace",
                    "logging.structured.json.exclude", "@version,level_value");
            case String other -> throw new StartupProblem("LOG_FORMAT is '%s'.".formatted(other),
                    "Set LOG_FORMAT to text or json.");
        };
    }

    /** Whether what is written to the console must be JSON. */
    public static boolean isJson(PropertyResolver environment) {
        return Setting.of(environment, CONSOLE).isPresent();
    }

    /** After {@link DotenvFile}. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
