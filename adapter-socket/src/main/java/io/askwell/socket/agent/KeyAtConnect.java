package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.socket.socketio.Connect;
import io.askwell.socket.socketio.Refused;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Looks for a key in {@code auth.apiKey}; else in the header {@code X-API-Key}; else, for clients that can set neither, in
 * the query's {@code apiKey}. The first that is there counts.
 */
record KeyAtConnect(Authenticate authenticate) {
    private static final String NAME = "apiKey";
    private static final String HEADER = "X-API-Key";

    /** The key's owner, or {@link Refused}. */
    Mono<Caller> admit(Connect connect) {
        return Mono.justOrEmpty(presented(connect).flatMap(authenticate::owner)).switchIfEmpty(Mono.error(
                () -> new Refused("This needs a valid key in auth.apiKey or in the header X-API-Key.")));
    }

    private static Optional<String> presented(Connect connect) {
        return Optional.of(connect.auth().path(NAME)).filter(key -> !key.isMissingNode() && !key.isNull())
                .map(key -> key.asString("")).or(() -> Optional.ofNullable(connect.headers().getFirst(HEADER)))
                .or(() -> Optional.ofNullable(connect.query().getFirst(NAME)));
    }
}
