package io.askwell.socket.agent;

import io.askwell.domain.failure.Unavailable;
import java.time.Duration;
import java.util.Optional;

/** As many clients as may be connected are connected already, in all or from one address. */
final class TooManyConnections extends Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    TooManyConnections() {
        super("too-many-connections", "Too many clients are connected right now; please come back in a moment.",
                Optional.of(RETRY_AFTER));
    }
}
