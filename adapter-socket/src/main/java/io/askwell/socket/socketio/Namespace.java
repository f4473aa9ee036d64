package io.askwell.socket.socketio;

import reactor.core.publisher.Mono;

/**
 * A service of the server, which clients connect to.
 *
 * @param <I> who a client is
 */
public interface Namespace<I> {

    /** Who connects; {@link Refused} tells the client why it may not. Before that nothing of it is served. */
    Mono<I> admit(Connect connect);

    /**
     * What is done about an event. Several are at work at once; what is at work when the client leaves is cancelled. An error
     * is a mistake of ours: the log gets it, and the client nothing.
     */
    Mono<Void> handle(Client<I> client, Event event);
}
