package io.askwell.rest.http;

import io.askwell.domain.access.RequestId;
import io.askwell.rest.RequestAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Around everything else, errors included: each request gets an id and the headers of every response, and when it is over
 * its observers are told.
 */
final class ObservedHandler implements HttpHandler {
    private static final String ATTRIBUTES = ObservedHandler.class.getName() + ".attributes";
    /** What serves static files matches every path, so it says nothing of a route. */
    private static final String ANYTHING = "/**";
    private final HttpHandler handler;
    private final List<Consumer<Served>> observers;

    /** @param observers must not block */
    ObservedHandler(HttpHandler handler, List<Consumer<Served>> observers) {
        this.handler = handler;
        this.observers = observers;
    }

    /** Shows this handler the exchange, which is made further in. Comes before all other filters. */
    static WebFilter exchangeViewer() {
        return (exchange, chain) -> {
            exchange.getRequest().getAttributes().put(ATTRIBUTES, exchange.getAttributes());
            return chain.filter(exchange);
        };
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        long started = System.nanoTime();
        RequestId id = RequestIds.of(request);
        response.getHeaders().set(RequestIds.HEADER, id.value());
        ResponseHeaders.addTo(response, request.getPath().value());
        return handler.handle(request, response)
                .doFinally(signal -> tell(served(id, started, request, response, signal)))
                .contextWrite(context -> context.put(RequestId.NAME, id.value()));
    }

    private void tell(Served served) {
        observers.forEach(observer -> observer.accept(served));
    }

    private static Served served(RequestId id, long started, ServerHttpRequest request, ServerHttpResponse response,
            SignalType signal) {
        Map<?, ?> attributes = request.getAttributes().get(ATTRIBUTES) instanceof Map<?, ?> map ? map : Map.of();
        return new Served(id, request.getMethod().name(), request.getPath().value(), route(attributes),
                status(response, signal),
                System.nanoTime() - started, response.getHeaders().getContentLength(),
                attributes.get(RequestAttributes.CALLER) instanceof String caller ? caller : null);
    }

    private static String route(Map<?, ?> attributes) {
        Object pattern = attributes.get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String route = pattern == null ? ANYTHING : pattern.toString();
        return route.equals(ANYTHING) ? Served.UNKNOWN : route;
    }

    private static int status(ServerHttpResponse response, SignalType signal) {
        if (signal == SignalType.CANCEL && !response.isCommitted()) {
            return Served.CLIENT_GONE;
        }
        HttpStatusCode status = response.getStatusCode();
        return status == null ? 200 : status.value();
    }
}
