package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;

/** The database is somebody else's: what {@code docker compose up db} makes, or one with fewer rights. */
class ExternalDatabaseTest {
    private static final String QUESTION = "How many orders has Alice Wonderland made?";

    /** Stands in for the container: the user, the database and the script are those of docker-compose.yml. */
    @Test
    void startsOnWhatTheContainerMade() {
        TestDatabase container = composeDatabase("SUPERUSER").withSampleRows();

        try (var askwell = RunningAskwell.on(container)) {
            assertThat(askwell.answer(QUESTION)).containsEntry("outcome", "answered");
            askwell.client().get().uri("/customers/3").exchange().expectStatus().isOk().expectBody()
                    .jsonPath("$.addresses.length()").isEqualTo(2).jsonPath("$.orders.length()").isEqualTo(0);
        }
        assertThat(container.query("SELECT count(*) FROM public.customer")).containsExactly("3");
    }

    @Test
    void servesTheRestOfTheApiWhereTheAgentGetsNoLogin() {
        TestDatabase modest = composeDatabase("NOSUPERUSER NOCREATEROLE");

        try (var askwell = RunningAskwell.on(modest)) {
            askwell.client().get().uri("/customers/1").exchange().expectStatus().isOk();
            askwell.ask(QUESTION).expectStatus().isEqualTo(503).expectBody()
                    .jsonPath("$.type").isEqualTo("urn:askwell:problem:agent-unavailable")
                    .jsonPath("$.detail").value(String.class, reason -> assertThat(reason).contains("DB_READER_USER"));
            askwell.client().post().uri("/agent/query").accept(MediaType.TEXT_EVENT_STREAM)
                    .contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("question", QUESTION)).exchange()
                    .expectStatus().isEqualTo(503);
        }
    }

    @Test
    void readsTheEnvironmentFileAndLetsTheEnvironmentWin(@TempDir Path home) throws Exception {
        TestDatabase database = TestPostgres.create();
        Files.writeString(home.resolve(".env"), """
            # comment
            DB_HOST=%s
            DB_PORT=%d
            DB_NAME=%s
            DB_USER="%s"
            DB_PASS=%s
            API_KEY=of-the-file
            """.formatted(database.host(), database.port(), database.name(), database.user(), database.password()));

        try (var askwell = RunningAskwell.start("ASKWELL_HOME=" + home, "API_KEY=" + RunningAskwell.KEY)) {
            askwell.client().get().uri("/customers").exchange().expectStatus().isOk();
            askwell.anonymous().get().uri("/customers").header("X-API-Key", "of-the-file").exchange().expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void doesNotStartWithoutAKey() {
        assertThatThrownBy(() -> RunningAskwell.start("DB_HOST=127.0.0.1")).rootCause()
                .isInstanceOf(StartupProblem.class).hasMessageContaining("API_KEY is not set");
    }

    @Test
    void doesNotStartWithAnOriginThatIsNone() {
        assertThatThrownBy(() -> RunningAskwell.start("DB_HOST=127.0.0.1", "API_KEY=k", "CORS_ORIGINS=app.example"))
                .rootCause().isInstanceOf(StartupProblem.class).hasMessageContaining("'app.example' is not an origin");
    }

    private static TestDatabase composeDatabase(String rights) {
        TestDatabase server = TestPostgres.create();
        server.execute("""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'test_user') THEN
                    CREATE ROLE test_user LOGIN PASSWORD 'test_pass';
                END IF;
            END $$""");
        server.execute("ALTER ROLE test_user " + rights);
        server.execute("DROP DATABASE IF EXISTS test_db");
        server.execute("CREATE DATABASE test_db OWNER test_user");
        return new TestDatabase(server.host(), server.port(), "test_db", "test_user", "test_pass");
    }
}
