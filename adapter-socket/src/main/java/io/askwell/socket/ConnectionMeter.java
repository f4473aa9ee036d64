package io.askwell.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.IntSupplier;

/**
 * How many clients are connected over a channel.
 *
 * @param channel the label {@code channel}
 */
public record ConnectionMeter(String channel, IntSupplier open) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("live.connections", open::getAsInt).description("Clients that are connected over a live channel")
                .tag("channel", channel).register(registry);
    }
}
