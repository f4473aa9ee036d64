package io.askwell.bootstrap.access;

import io.askwell.bootstrap.Home;
import io.askwell.bootstrap.Secrets;
import io.askwell.bootstrap.Setting;
import io.askwell.bootstrap.StartupProblem;
import io.askwell.domain.access.ApiKeys;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/** Where the keys of the API come from. There is no default key. */
public sealed interface KeySource {

    ApiKeys keys();

    /** API_KEY says them. */
    record Configured(ApiKeys keys) implements KeySource {}

    /** A file that an earlier start wrote holds the key. */
    record Stored(ApiKeys keys, Path file) implements KeySource {}

    /** This start made the key: the only time that it is shown. */
    record Generated(ApiKeys keys, Path file, String key) implements KeySource {}

    /** The name of the file in the home directory. */
    String FILE = "api-key";

    /** @throws StartupProblem if API_KEY is malformed, or missing beside an external database */
    static KeySource find(PropertyResolver environment, Home home) {
        Optional<String> configured = Setting.of(environment, "API_KEY");
        if (configured.isPresent()) {
            return new Configured(parse(configured.get()));
        }
        if (Setting.of(environment, "DB_HOST").isPresent()) {
            throw new StartupProblem("API_KEY is not set, and the database is not Askwell's own.",
                    "Set API_KEY to a secret of your choice, in the environment or in .env.");
        }
        Path file = home.directory().resolve(FILE);
        return home.read(FILE).<KeySource>map(key -> new Stored(parse(key), file)).orElseGet(() -> {
            String key = Secrets.generate();
            return new Generated(parse(key), home.write(FILE, key), key);
        });
    }

    private static ApiKeys parse(String text) {
        try {
            return ApiKeys.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StartupProblem(String.valueOf(e.getMessage()),
                    "Set API_KEY to one key, or to a list such as alice:key-1,bob:key-2.");
        }
    }
}
