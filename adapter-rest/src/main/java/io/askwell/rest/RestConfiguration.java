package io.askwell.rest;

import io.askwell.rest.access.AccessRestConfiguration;
import io.askwell.rest.agent.AgentRestConfiguration;
import io.askwell.rest.customer.CustomerRestConfiguration;
import io.askwell.rest.description.DescriptionConfiguration;
import io.askwell.rest.http.HttpConfiguration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Brings the JSON API up. Needs the in-ports. */
@Configuration(proxyBeanMethods = false)
@Import({HttpConfiguration.class, AccessRestConfiguration.class, AgentRestConfiguration.class,
        CustomerRestConfiguration.class, DescriptionConfiguration.class})
public class RestConfiguration {
    /** Before Spring's own handlers, so that every error leaves in one shape. */
    @Bean
    @Order(-2)
    ProblemHandler problemHandler(JsonMapper json,
            @Value("${spring.http.codecs.max-in-memory-size}") DataSize maxBody) {
        return new ProblemHandler(json, maxBody);
    }

    @Bean
    NettyServerCustomizer unreadableRequests(JsonMapper json) {
        return new UnreadableRequests(json);
    }

    @Bean
    JsonRoutes jsonRoutes(JsonMapper json) {
        return new JsonRoutes(json);
    }

    @Bean
    JsonBodies jsonBodies(JsonMapper json, @Value("${spring.http.codecs.max-in-memory-size}") DataSize maxBody) {
        return new JsonBodies(json, maxBody);
    }

    /** What a client misspelt or mistyped is told to it, not dropped or bent into shape; money keeps its decimals. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // In a tree too, where it would become a floating-point number.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, RestConfiguration::onlyText)
                // A blank text is no number, and no way to say that there is none.
                .withCoercionConfig(LogicalType.Float, RestConfiguration::noText)
                .withCoercionConfig(LogicalType.Integer, RestConfiguration::noText)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    private static void onlyText(MutableCoercionConfig text) {
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            text.setCoercion(shape, CoercionAction.Fail);
        }
    }

    private static void noText(MutableCoercionConfig number) {
        number.setAcceptBlankAsEmpty(true).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }
}
