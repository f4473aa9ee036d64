package io.askwell.rest.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.BelongingQuery;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.in.ManageBelongings;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * How things that belong to customers look to clients.
 *
 * @param <B> what clients send
 * @param <R> what clients get
 */
abstract class BelongingResource<I, D extends Belonging, Q extends BelongingQuery<I, D, Q>, B extends BelongingRequest<D>, R> {
    private final ManageBelongings<I, D, Q> things;

    BelongingResource(ManageBelongings<I, D, Q> things) {
        this.things = things;
    }

    final ManageBelongings<I, D, Q> things() {
        return things;
    }

    /** Where one of them is, such as {@code /orders/1}. */
    abstract URI location(I id);

    abstract I id(String path);

    abstract Class<B> type();

    abstract B request(D data);

    abstract R response(Stored<I, D> stored);

    /** @param nested whether the path names the customer */
    abstract Q query(ServerHttpRequest request, boolean nested, int defaultLimit);

    final ResponseEntity<R> created(Stored<I, D> created) {
        return tagged(ResponseEntity.created(location(created.id())), created);
    }

    final ResponseEntity<R> ok(Stored<I, D> stored) {
        return tagged(ResponseEntity.ok(), stored);
    }

    private ResponseEntity<R> tagged(ResponseEntity.BodyBuilder builder, Stored<I, D> stored) {
        return builder.eTag(Versions.tag(stored)).body(response(stored));
    }
}
