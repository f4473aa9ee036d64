package io.askwell.rest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Times requests by route, method and status. No name that a client can invent becomes a label. */
final class RequestMetrics implements Consumer<Served> {
    private static final Set<String> METHODS = Stream.of(HttpMethod.values()).map(HttpMethod::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);
    private final MeterRegistry registry;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Labels(String method, String route, int status) {}

    @Override
    public void accept(Served served) {
        String method = METHODS.contains(served.method()) ? served.method() : Served.UNKNOWN;
        var labels = new Labels(method, served.route(), served.status());
        Timer known = timers.get(labels);
        // To compute would lock, and nearly every request is one of a kind that is known.
        Timer timer = known == null ? timers.computeIfAbsent(labels, this::timer) : known;
        timer.record(served.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Labels labels) {
        return Timer.builder("http.server.requests")
                .description("From the first line of a request to the end of its response")
                .tags("method", labels.method(), "uri", labels.route(), "status", String.valueOf(labels.status()))
                .serviceLevelObjectives(BUCKETS).register(registry);
    }
}
