package io.askwell.rest.http;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.ConnectionObserver.State;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Lets no response be compressed because an earlier one on its connection was. Reactor Netty takes its compressor away when
 * a response has ended; but if that was written by another thread than the connection's, the next request may come first,
 * and then the compressor would stay, and compress small responses and streams of events too.
 */
final class LeftoverCompression implements NettyServerCustomizer {
    @Override
    public HttpServer apply(HttpServer server) {
        return server.childObserve((connection, state) -> {
            if (state.equals(State.CONFIGURED)) {
                connection.removeHandler(NettyPipeline.CompressionHandler);
            }
        });
    }
}
