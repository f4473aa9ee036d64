package io.askwell.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/** Times statements by name, the wait for a connection included: what the API felt of the database. */
final class QueryTimings {
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);
    private static final Pattern VERB = Pattern.compile("\\w+");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|into|update)\\s+(?:\\w+\\.)?(\\w+)",
            Pattern.CASE_INSENSITIVE);
    /** More texts than this are made anew for each call; to remember them would only fill the memory. */
    private static final int REMEMBERED = 500;
    private final MeterRegistry registry;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    QueryTimings(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Labels(String query, SignalType end) {}

    /** Times each subscription. */
    <T> Flux<T> timed(String name, Flux<T> rows) {
        return Flux.defer(() -> {
            long started = System.nanoTime();
            return rows.doFinally(end -> timer(new Labels(name, end)).record(System.nanoTime() - started,
                    TimeUnit.NANOSECONDS));
        });
    }

    private Timer timer(Labels labels) {
        Timer known = timers.get(labels);
        // To compute would lock, and nearly every statement is one that ran before.
        return known == null ? timers.computeIfAbsent(labels, this::register) : known;
    }

    /** Verb and first table, such as {@code select customer}, for a statement that has no name of its own. */
    String nameOf(String sql) {
        String known = names.get(sql);
        if (known != null) {
            return known;
        }
        String name = derive(sql);
        if (names.size() < REMEMBERED) {
            names.put(sql, name);
        }
        return name;
    }

    private static String derive(String sql) {
        var verb = VERB.matcher(sql);
        var table = TABLE.matcher(sql);
        if (!verb.find()) {
            return "other";
        }
        return (table.find() ? verb.group() + " " + table.group(1) : verb.group()).toLowerCase(Locale.ROOT);
    }

    private Timer register(Labels labels) {
        String outcome = switch (labels.end()) {
            case ON_COMPLETE -> "success";
            case CANCEL -> "cancelled";
            default -> "failure";
        };
        return Timer.builder("database.queries").description("From the call to the last row")
                .tags("query", labels.query(), "outcome", outcome).serviceLevelObjectives(BUCKETS).register(registry);
    }
}
