package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.RequestKey;
import reactor.core.publisher.Mono;

/** What keyed requests have created, remembered for a day at least. */
public interface Creations {

    /**
     * Creates something, unless this request has done so already; remembers it together with what was created or not at all.
     * Requests with the same key wait for each other.
     *
     * @param creation gives the id of what it creates
     * @return the id, the same each time; signals {@link io.askwell.domain.customer.RequestKeyReused} if the key names
     *     another request
     */
    Mono<Integer> once(RequestKey key, Mono<Integer> creation);
}
