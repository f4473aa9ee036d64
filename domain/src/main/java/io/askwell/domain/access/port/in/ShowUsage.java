package io.askwell.domain.access.port.in;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Usage;
import reactor.core.publisher.Mono;

/** What a caller has spent today, and what is left. */
public interface ShowUsage {
    Mono<Usage> of(Caller caller);
}
