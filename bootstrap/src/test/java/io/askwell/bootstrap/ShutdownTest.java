package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    @Test
    void aRequestUnderWayIsServedAndNoOtherIsTaken() throws Exception {
        TestDatabase database = TestPostgres.create();
        var askwell = RunningAskwell.on(database);
        int port = askwell.port();
        try (var holder = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE public.customer IN ACCESS EXCLUSIVE MODE");
            var underWay = HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + port + "/customers/1")).header("X-API-Key", RunningAskwell.KEY)
                    .build(), BodyHandlers.ofString());
            await().until(() -> !database.query(
                    "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'public.customer'::regclass").isEmpty());

            var stopped = CompletableFuture.runAsync(askwell::close);
            await().untilAsserted(() -> assertThatThrownBy(
                    () -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class));
            assertThat(underWay).isNotDone();
            assertThat(stopped).isNotDone();
            holder.commit();

            var response = await(underWay);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("Alice Wonderland");
            await(stopped);
        }
    }
}
