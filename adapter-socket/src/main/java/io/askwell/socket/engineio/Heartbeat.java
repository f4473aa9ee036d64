package io.askwell.socket.engineio;

import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Asks the client at intervals whether it is still there. The question and the wait for its answer begin in one turn, so no
 * answer can come in between and be missed.
 */
final class Heartbeat {
    private final Alarms alarms;
    private final Duration interval;
    private final Duration patience;
    private final Runnable ask;
    private final Runnable silent;
    private final Disposable.Swap next = Disposables.swap();

    /**
     * @param patience how long the client has to answer
     * @param ask asks the client
     * @param silent it did not answer in time
     */
    Heartbeat(Alarms alarms, Duration interval, Duration patience, Runnable ask, Runnable silent) {
        this.alarms = alarms;
        this.interval = interval;
        this.patience = patience;
        this.ask = ask;
        this.silent = silent;
    }

    /** The session begins, or the client has answered. */
    void alive() {
        next.update(alarms.after(interval, this::beat));
    }

    private void beat() {
        ask.run();
        next.update(alarms.after(patience, silent));
    }

    void stop() {
        next.dispose();
    }
}
