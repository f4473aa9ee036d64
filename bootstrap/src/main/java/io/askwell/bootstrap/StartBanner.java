package io.askwell.bootstrap;

import io.askwell.bootstrap.access.KeySource;
import io.askwell.bootstrap.environment.LogFormat;
import io.askwell.persistence.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the person who started Askwell what runs and how to ask the first question. */
final class StartBanner implements ApplicationListener<WebServerInitializedEvent> {
    private static final Logger log = LoggerFactory.getLogger(StartBanner.class);
    private static final String QUESTION = "How many orders has Alice Wonderland made?";
    private final KeySource keys;
    private final DatabaseSettings database;
    private final Environment environment;

    StartBanner(KeySource keys, DatabaseSettings database, Environment environment) {
        this.keys = keys;
        this.database = database;
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        String banner = banner("http://localhost:" + started.getWebServer().getPort());
        if (LogFormat.isJson(environment)) {
            // Whoever reads the console reads JSON and nothing else.
            log.info(banner.strip());
        } else {
            System.out.print(banner);
        }
    }

    private String banner(String address) {
        return """

            Askwell answers at %s
              database  Postgres at %s, user %s
              model     %s
              API docs  %s/swagger-ui.html
              API key   %s

            Ask it something:
              curl -N %s/agent/query -H 'X-API-Key: %s' -H 'Accept: text/event-stream' \\
                -H 'Content-Type: application/json' -d '{"question": "%s"}'

            """.formatted(address, database.address(), database.user().user(), model(), address, keyNote(), address,
                keyToPaste(),
                QUESTION);
    }

    private String model() {
        String baseUrl = environment.getProperty("askwell.model.base-url", "");
        return baseUrl.isEmpty()
                ? "none: the grammar answers"
                : environment.getProperty("askwell.model.model") + " at " + baseUrl;
    }

    /** The key itself is shown by the start that made it and never again. */
    private String keyNote() {
        return switch (keys) {
            case KeySource.Configured ignored -> "as API_KEY says";
            case KeySource.Stored stored -> "in " + stored.file();
            case KeySource.Generated generated -> generated.key() + "  (made now, shown this once, kept in "
                    + generated.file() + ")";
        };
    }

    private String keyToPaste() {
        return switch (keys) {
            case KeySource.Configured ignored -> "'\"$API_KEY\"'";
            case KeySource.Stored stored -> "'\"$(cat " + stored.file() + ")\"'";
            case KeySource.Generated generated -> generated.key();
        };
    }
}
