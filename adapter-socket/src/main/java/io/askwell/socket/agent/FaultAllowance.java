package io.askwell.socket.agent;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many faults of a client are forgiven: so many at once, and one more for each second. Used by one thread at a time. */
final class FaultAllowance {
    static final int AT_ONCE = 20;
    private static final long REGAINED_IN = Duration.ofSeconds(1).toNanos();
    private final LongSupplier nanoTime;
    private long left = AT_ONCE;
    private long since;

    FaultAllowance(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** Whether one more is forgiven. */
    boolean forgive() {
        long regained = (nanoTime.getAsLong() - since) / REGAINED_IN;
        since += regained * REGAINED_IN;
        left = Math.min(AT_ONCE, left + regained);
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
