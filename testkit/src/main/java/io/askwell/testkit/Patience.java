package io.askwell.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what must happen: so long that a slow and busy machine does not fail it. A test that passes
 * takes no longer for it. How fast something is, is measured by benchmarks.
 */
public final class Patience {
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Longer than any test waits: for a limit of time that should not be what ends the test. */
    public static final Duration FOREVER = Duration.ofMinutes(10);

    private Patience() {}

    /** Begins to wait for a condition. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }

    /** @throws AssertionError if the latch is not counted down to zero */
    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("%s after %s".formatted(latch, PATIENCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What comes of it.
     *
     * @throws AssertionError if it does not end
     */
    public static <T> T await(Future<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("nothing after " + PATIENCE, e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
