package io.askwell.socket.engineio;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** Where a session is. */
sealed interface Phase {

    /** The client fetches what there is by one request after another. */
    sealed interface Polled extends Phase {
        /** The request that waits until there is something, if one does. */
        @Nullable
        Poll poll();

        Polled with(@Nullable Poll poll);
    }

    record Polling(@Nullable Poll poll) implements Polled {
        @Override
        public Polled with(@Nullable Poll next) {
            return new Polling(next);
        }
    }

    /**
     * It still polls, and tries a WebSocket.
     *
     * @param probed whether the WebSocket has shown that it works; the client then waits for its last poll to end
     * @param timeout ends the attempt
     */
    record Upgrading(@Nullable Poll poll, Link link, boolean probed,
            Disposable timeout) implements Polled {
        @Override
        public Polled with(@Nullable Poll next) {
            return new Upgrading(next, link, probed, timeout);
        }
    }

    /**
     * It has gone over without a wait for the answer to its probe, which is still being written. Only then is it refused what
     * it must not ask any more: so it never learns that it has gone over before it learns that it may.
     *
     * @param poll to be refused
     * @param timeout ends the session, for a client that does not read the answer
     */
    record GoingOver(@Nullable Poll poll, Link link, Disposable timeout) implements Phase {}

    /** Everything goes over a WebSocket. */
    record Connected(Link link) implements Phase {}

    /** The client has said good-bye; the poll that it sent along with that may come later than it. */
    record Leaving() implements Phase {}

    record Closed() implements Phase {}
}
