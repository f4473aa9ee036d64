package io.askwell.socket.engineio;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** What happens later, each in a turn of its own. */
record Alarms(Scheduler clock, Turns turns) {

    /** Disposing it within a turn is for certain: it will not happen even if its time has come and its turn has not. */
    Disposable after(Duration delay, Runnable task) {
        Disposable armed = Disposables.single();
        Disposable timer = clock.schedule(() -> turns.take(() -> {
            if (!armed.isDisposed()) {
                task.run();
            }
        }), delay.toNanos(), TimeUnit.NANOSECONDS);
        return Disposables.composite(armed, timer);
    }
}
