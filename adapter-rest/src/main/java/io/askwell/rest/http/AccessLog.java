package io.askwell.rest.http;

import io.askwell.domain.access.RequestId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A line for each request. Those who serve requests only put it into a queue; a thread of its own writes it to the log. When
 * that cannot keep up, lines are dropped rather than requests held up, and the log says how many.
 */
final class AccessLog implements Consumer<Served>, AutoCloseable {
    /** Some seconds' worth of requests at full speed would be megabytes; this bridges a pause of the disk. */
    private static final int CAPACITY = 8192;
    private static final Logger log = LoggerFactory.getLogger("io.askwell.access");
    private final BlockingQueue<Served> queue;
    private final AtomicLong dropped = new AtomicLong();
    private final Consumer<Served> line;
    private final Thread writer = new Thread(this::writeAll, "access-log");
    private volatile boolean closed;

    AccessLog() {
        this(AccessLog::log, CAPACITY);
    }

    /** @param line writes one line, on the log's own thread */
    AccessLog(Consumer<Served> line, int capacity) {
        this.line = line;
        this.queue = new ArrayBlockingQueue<>(capacity);
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void accept(Served served) {
        if (!queue.offer(served)) {
            dropped.incrementAndGet();
        }
    }

    private void writeAll() {
        try {
            while (!closed || !queue.isEmpty()) {
                Served next = queue.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    write(next);
                }
                confess(dropped.getAndSet(0));
            }
        } catch (InterruptedException e) {
            log.warn("The access log ends here: it was interrupted");
        }
    }

    private void write(Served served) {
        try {
            line.accept(served);
        } catch (RuntimeException e) {
            // One line is lost; the others must not be.
            log.warn("A line could not be written", e);
        }
    }

    private static void confess(long lost) {
        if (lost > 0) {
            log.warn("{} lines were dropped: the log is slower than the requests", lost);
        }
    }

    /** The text is for people; the JSON form of the log has each part as a field as well. */
    private static void log(Served served) {
        try (var _ = MDC.putCloseable(RequestId.NAME, served.id().value())) {
            long millis = TimeUnit.NANOSECONDS.toMillis(served.nanos());
            log.atInfo().addKeyValue("method", served.method()).addKeyValue("path", served.path())
                    .addKeyValue("status", served.status()).addKeyValue("ms", millis)
                    .addKeyValue("bytes", served.bytes()).addKeyValue("caller", served.caller())
                    .log("{} {} {} {} ms {} bytes {}", served.method(), served.path(), served.status(), millis,
                            served.bytes() < 0 ? "?" : served.bytes(), served.caller() == null ? "-" : served.caller());
        }
    }

    /** Writes what is still in the queue. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
