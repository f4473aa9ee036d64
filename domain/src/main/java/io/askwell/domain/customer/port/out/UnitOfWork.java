package io.askwell.domain.customer.port.out;

import reactor.core.publisher.Mono;

/** Makes several changes one: all of them happen, or none. */
public interface UnitOfWork {

    /** Does the work when it is subscribed to; what it signals as an error undoes all of it. */
    <T> Mono<T> run(Mono<T> work);
}
