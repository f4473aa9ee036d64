package io.askwell.application.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.TooManyRuns;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets a bounded number of runs work at once. The others wait, and callers take turns: who asks a hundred questions keeps
 * nobody else waiting for a hundred answers.
 */
final class RunQueue {
    private final int waitingAllowed;
    private final Map<Caller, Queue<Place>> waiting = new LinkedHashMap<>();
    private int free;
    private int waitingNow;

    RunQueue(int atOnce, int waitingAllowed) {
        this.free = atOnce;
        this.waitingAllowed = waitingAllowed;
    }

    /** A run's place: it must be left in the end, whether its turn came or not. */
    final class Place {
        private final Caller caller;
        private final Sinks.Empty<Void> turn = Sinks.empty();
        private boolean working;
        private boolean left;

        private Place(Caller caller) {
            this.caller = caller;
        }

        /** Completes when the run may work. */
        Mono<Void> turn() {
            return turn.asMono();
        }

        void leave() {
            leavePlace(this);
        }
    }

    /** @throws TooManyRuns if nobody may wait any more */
    synchronized Place enter(Caller caller) {
        if (free == 0 && waitingNow >= waitingAllowed) {
            throw new TooManyRuns();
        }
        return admit(new Place(caller));
    }

    /** A place for a run that was admitted before, on another server: it is not sent away. */
    synchronized Place enterAgain(Caller caller) {
        return admit(new Place(caller));
    }

    private Place admit(Place place) {
        if (free > 0) {
            free--;
            begin(place);
        } else {
            waiting.computeIfAbsent(place.caller, _ -> new ArrayDeque<>()).add(place);
            waitingNow++;
        }
        return place;
    }

    private static void begin(Place place) {
        place.working = true;
        place.turn.tryEmitEmpty();
    }

    private void leavePlace(Place place) {
        Place next;
        synchronized (this) {
            if (place.left) {
                return;
            }
            place.left = true;
            if (!place.working) {
                forget(place);
                return;
            }
            next = next();
            if (next == null) {
                free++;
                return;
            }
            next.working = true;
        }
        // Outside the lock: whoever waits may work on this very thread.
        next.turn.tryEmitEmpty();
    }

    private void forget(Place place) {
        Queue<Place> places = waiting.get(place.caller);
        if (places != null && places.remove(place)) {
            waitingNow--;
            if (places.isEmpty()) {
                waiting.remove(place.caller);
            }
        }
    }

    /** The first place of the caller whose turn it is; that caller goes to the end of the row. */
    private @Nullable Place next() {
        var callers = waiting.entrySet().iterator();
        if (!callers.hasNext()) {
            return null;
        }
        var first = callers.next();
        callers.remove();
        Place place = first.getValue().remove();
        waitingNow--;
        if (!first.getValue().isEmpty()) {
            waiting.put(first.getKey(), first.getValue());
        }
        return place;
    }
}
