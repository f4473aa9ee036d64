package io.askwell.bootstrap;

import io.askwell.rest.http.HttpSettings;
import io.askwell.rest.http.HttpSettings.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;

/** The server's manners from the environment. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {
    @Bean
    HttpSettings httpSettings(Environment environment) {
        return settings(environment);
    }

    /** @throws StartupProblem if a setting is not of its form */
    static HttpSettings settings(PropertyResolver environment) {
        return new HttpSettings(origins(environment), accessLog(environment));
    }

    private static List<Origin> origins(PropertyResolver environment) {
        try {
            return Setting.of(environment, "CORS_ORIGINS").stream().flatMap(list -> Stream.of(list.split(",", -1)))
                    .map(String::strip).map(Origin::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new StartupProblem("CORS_ORIGINS cannot be used: %s.".formatted(e.getMessage()),
                    "Write origins as browsers send them, such as https://app.example.com,http://localhost:3000, or * "
                            + "for all.");
        }
    }

    private static boolean accessLog(PropertyResolver environment) {
        return switch (Setting.of(environment, "ACCESS_LOG").orElse("off")) {
            case "on" -> true;
            case "off" -> false;
            case String other -> throw new StartupProblem("ACCESS_LOG is '%s'.".formatted(other),
                    "Set ACCESS_LOG to on or off.");
        };
    }
}
