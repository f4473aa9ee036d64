package io.askwell.socket.engineio;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Lets one thing happen at a time, in the order in which it was asked for, without locks: whoever comes while another is at
 * it leaves its turn in a queue, and the other does that too. A turn that asks for a turn gets it afterwards, never within.
 */
final class Turns {
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Consumer<Throwable> failed;

    /** @param failed is told of what a turn throws; the next turn comes all the same */
    Turns(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /** @param turn must not block */
    void take(Runnable turn) {
        queue.add(turn);
        if (waiting.getAndIncrement() == 0) {
            do {
                run(Objects.requireNonNull(queue.poll()));
            } while (waiting.decrementAndGet() != 0);
        }
    }

    private void run(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable thrown) {
            // Whatever it is, nobody would ever have a turn again if it left the loop.
            failed.accept(thrown);
        }
    }
}
