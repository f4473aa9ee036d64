package io.askwell.rest.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.server.WebFilter;

/** What every request meets before it is known what it asks for. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {
    @Bean
    HttpHandlerDecoratorFactory observedHandler(Optional<MeterRegistry> registry, Optional<HttpSettings> settings,
            ObjectProvider<AccessLog> accessLog) {
        var observers = new ArrayList<Consumer<Served>>();
        registry.ifPresent(meters -> observers.add(new RequestMetrics(meters)));
        if (settings.orElse(HttpSettings.DEFAULT).accessLog()) {
            observers.add(accessLog.getObject());
        }
        return handler -> new ObservedHandler(handler, observers);
    }

    @Bean
    NettyServerCustomizer leftoverCompression() {
        return new LeftoverCompression();
    }

    /** It has a thread, so there is none unless it is asked for. */
    @Bean(destroyMethod = "close")
    @Lazy
    AccessLog accessLog() {
        return new AccessLog();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter exchangeViewer() {
        return ObservedHandler.exchangeViewer();
    }

    /** Browsers ask beforehand, and without a key: so this comes before the guard. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    WebFilter cors(Optional<HttpSettings> settings) {
        return Cors.filter(settings.orElse(HttpSettings.DEFAULT).origins());
    }
}
