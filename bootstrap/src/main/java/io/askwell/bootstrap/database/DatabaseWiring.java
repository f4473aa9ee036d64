package io.askwell.bootstrap.database;

import io.askwell.bootstrap.Home;
import io.askwell.bootstrap.Setting;
import io.askwell.bootstrap.StartupProblem;
import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.DatabaseSettings.Login;
import java.util.Optional;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The database from the environment, or one of our own where DB_HOST is not set. */
@Configuration(proxyBeanMethods = false)
public class DatabaseWiring {

    /** DB_HOST is not set. */
    static final class NoDatabaseGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Setting.of(context.getEnvironment(), "DB_HOST").isEmpty();
        }
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseGiven.class)
    EmbeddedDatabase embeddedDatabase(Environment environment) {
        return EmbeddedDatabase.start(Home.of(environment));
    }

    /** After what can be wrong with other settings: nobody shall wait for a database to be told of that. */
    @Bean
    @DependsOn({"keySource", "httpSettings"})
    DatabaseSettings databaseSettings(Environment environment, Optional<EmbeddedDatabase> embedded) {
        return embedded.map(EmbeddedDatabase::settings).orElseGet(() -> external(environment));
    }

    @Bean
    ReactiveHealthIndicator databaseHealthIndicator(Database database) {
        return new DatabaseHealth(database);
    }

    static DatabaseSettings external(PropertyResolver environment) {
        return new DatabaseSettings(Setting.of(environment, "DB_HOST").orElseThrow(), port(environment),
                Setting.of(environment, "DB_NAME").orElse("postgres"),
                new Login(Setting.of(environment, "DB_USER").orElse("postgres"), password(environment, "DB_PASS")),
                Setting.of(environment, "DB_READER_USER")
                        .map(user -> new Login(user, password(environment, "DB_READER_PASS"))));
    }

    private static int port(PropertyResolver environment) {
        String text = Setting.of(environment, "DB_PORT").orElse("5432");
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with a number that is no port.
        }
        throw new StartupProblem("DB_PORT is '%s', which is no port.".formatted(text),
                "Set DB_PORT to a number from 1 to 65535.");
    }

    private static String password(PropertyResolver environment, String name) {
        return environment.getProperty(name, "");
    }
}
