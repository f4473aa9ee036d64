package io.askwell.bootstrap;

import io.askwell.bootstrap.access.KeySource;
import io.askwell.persistence.DatabaseSettings;
import java.io.PrintStream;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the person who started Askwell what runs and how to ask the first question. */
final class StartBanner implements ApplicationListener<WebServerInitializedEvent> {
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
        print(System.out, started.getWebServer().getPort());
    }

    private void print(PrintStream out, int port) {
        String address = "http://localhost:" + port;
        out.printf("""

            Askwell answers at %s
              database  Postgres at %s, user %s
              model     %s
              API docs  %s/swagger-ui.html
              API key   %s

            Ask it something:
              curl -N %s/agent/query -H 'X-API-Key: %s' -H 'Accept: text/event-stream' \\
                -H 'Content-Type: application/json' -d '{"question": "%s"}'

            """, address, database.address(), database.user().user(), model(), address, keyNote(), address,
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
