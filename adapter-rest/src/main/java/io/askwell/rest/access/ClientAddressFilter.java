package io.askwell.rest.access;

import io.askwell.domain.access.ClientAddress;
import java.net.InetSocketAddress;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Notes in Reactor's context where a question comes from, on every transport below {@code /agent}. That is the other end of
 * the connection; what a proxy's header says instead counts only where {@code server.forward-headers-strategy} trusts it.
 */
final class ClientAddressFilter implements WebFilter {
    private static final String QUESTIONS = "/agent/";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        if (remote == null || !exchange.getRequest().getPath().pathWithinApplication().value().startsWith(QUESTIONS)) {
            return chain.filter(exchange);
        }
        var address = ClientAddress.of(remote);
        return chain.filter(exchange).contextWrite(context -> context.put(ClientAddress.NAME, address));
    }
}
