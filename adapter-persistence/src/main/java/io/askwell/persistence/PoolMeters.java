package io.askwell.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.function.ToIntFunction;

/**
 * How many connections of a pool are in use, idle, waited for and allowed.
 *
 * @param name the label {@code pool}
 */
record PoolMeters(String name, ConnectionPool pool) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        pool.getMetrics().ifPresent(metrics -> {
            gauge(registry, metrics, "acquired", "Connections in use", PoolMetrics::acquiredSize);
            gauge(registry, metrics, "idle", "Connections open and free", PoolMetrics::idleSize);
            gauge(registry, metrics, "pending", "Statements that wait for a connection",
                    PoolMetrics::pendingAcquireSize);
            gauge(registry, metrics, "max", "Connections allowed", PoolMetrics::getMaxAllocatedSize);
        });
    }

    private void gauge(MeterRegistry registry, PoolMetrics metrics, String what, String description,
            ToIntFunction<PoolMetrics> value) {
        Gauge.builder("r2dbc.pool." + what, metrics, value::applyAsInt).description(description).tag("pool", name)
                .register(registry);
    }
}
