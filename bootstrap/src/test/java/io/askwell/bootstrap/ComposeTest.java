package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be known of the container without running it. */
class ComposeTest {
    private final Map<String, Map<String, Object>> services = services();

    @Test
    void theContainerHasTheMajorVersionOfTheTests() {
        String major = TestPostgres.create().query("SHOW server_version").getFirst().split("\\.")[0];

        assertThat(services.get("db")).containsEntry("image", "postgres:" + major + "-alpine");
    }

    @Test
    void theContainerRunsTheOneInitScript() {
        assertThat(services.get("db").get("volumes").toString())
                .contains("./init_db.sql:/docker-entrypoint-initdb.d/init_db.sql");
        assertThat(root().resolve("init_db.sql")).exists();
    }

    @Test
    void theAppLogsInWithWhatTheContainerWasGiven() {
        var db = environment("db");
        var app = environment("app");

        assertThat(db).containsEntry("POSTGRES_USER", "test_user").containsEntry("POSTGRES_PASSWORD", "test_pass")
                .containsEntry("POSTGRES_DB", "test_db");
        assertThat(app).containsEntry("DB_HOST", "db").containsEntry("DB_USER", db.get("POSTGRES_USER"))
                .containsEntry("DB_PASS", db.get("POSTGRES_PASSWORD")).containsEntry("DB_NAME", db.get("POSTGRES_DB"));
    }

    /** Compose reads the whole file before it looks at profiles: what the app requires, the database would require too. */
    @Test
    void theDatabaseComesUpWithoutAnySetting() throws IOException {
        assertThat(Files.readString(root().resolve("docker-compose.yml"))).doesNotContain(":?");
    }

    @Test
    void theAppIsStartedOnlyWhereItsProfileIsAskedFor() {
        assertThat(services.get("app")).containsEntry("profiles", List.of("app"));
        assertThat(services.get("db")).doesNotContainKey("profiles");
        assertThat(root().resolve("Dockerfile")).exists();
    }

    private Map<String, String> environment(String service) {
        return ((Map<?, ?>) services.get(service).get("environment")).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
    }

    private static Map<String, Map<String, Object>> services() {
        try {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml()
                    .load(Files.readString(root().resolve("docker-compose.yml")));
            return file.get("services");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("askwell.root", ".."));
    }
}
