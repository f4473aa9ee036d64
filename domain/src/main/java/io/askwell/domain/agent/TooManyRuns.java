package io.askwell.domain.agent;

import io.askwell.domain.failure.Unavailable;
import java.time.Duration;
import java.util.Optional;

/** As many questions as may wait for an answer are waiting already. */
public final class TooManyRuns extends Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public TooManyRuns() {
        super("too-many-runs", "Too many questions are being answered right now; please ask again in a moment.",
                Optional.of(RETRY_AFTER));
    }
}
