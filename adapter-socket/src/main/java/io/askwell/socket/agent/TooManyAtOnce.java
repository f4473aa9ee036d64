package io.askwell.socket.agent;

import io.askwell.domain.failure.Unavailable;

/** A connection has as much under way as it may. */
final class TooManyAtOnce extends Unavailable {
    TooManyAtOnce(int limit) {
        super("too-many-at-once",
                "This connection may have %d questions under way at once; wait for one to end.".formatted(limit));
    }
}
