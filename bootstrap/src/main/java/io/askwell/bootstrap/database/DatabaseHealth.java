package io.askwell.bootstrap.database;

import io.askwell.persistence.Database;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether the database answers in good time. What is wrong with it is in the log, not told to everybody. */
final class DatabaseHealth implements ReactiveHealthIndicator {
    /** Shorter than those who ask wait themselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Health> health() {
        return database.query("health", "SELECT 1", row -> Health.up().build()).single().timeout(PATIENCE)
                .onErrorReturn(Health.down().build());
    }
}
