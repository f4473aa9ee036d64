package io.askwell.persistence;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A migrated database of a test's own, open as the API opens it. */
public record OpenDatabase(DatabaseSettings settings, PipelinedClient pipelines, ConnectionPool pool,
        SimpleMeterRegistry meters, Database database) implements AutoCloseable {

    /** @param connections in the pool */
    public static OpenDatabase with(int connections) {
        DatabaseSettings settings = Fixtures.migrated();
        var meters = new SimpleMeterRegistry();
        PipelinedClient pipelines = PipelinedClient.open(settings, settings.user(), "test");
        ConnectionPool pool = Pools.open(settings, settings.user(), "test", connections);
        return new OpenDatabase(settings, pipelines, pool, meters, new Database(pipelines, pool, meters));
    }

    /** How many statements there were so far. Waits a moment, since they are counted when their last row was passed on. */
    public long statements() {
        Mono.delay(Duration.ofMillis(100)).block();
        return meters.find("database.queries").timers().stream().mapToLong(Timer::count).sum();
    }

    @Override
    public void close() {
        pipelines.dispose();
        pool.dispose();
    }
}
